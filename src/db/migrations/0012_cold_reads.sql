ALTER TABLE `platforms` ADD `located` text;--> statement-breakpoint
CREATE INDEX `changes_record` ON `changes` (`publication`,`record`);--> statement-breakpoint
CREATE INDEX `changes_days` ON `changes` (`platform`,`path`,`class`,`date`,`publication`);