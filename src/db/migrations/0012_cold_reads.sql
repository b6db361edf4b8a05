DROP INDEX `platforms_name`;--> statement-breakpoint
DROP INDEX `platforms_verified`;--> statement-breakpoint
ALTER TABLE `platforms` ADD `located` text;--> statement-breakpoint
CREATE INDEX `platforms_name` ON `platforms` (`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `platforms_verified` ON `platforms` (`verified`,`id`);--> statement-breakpoint
CREATE INDEX `changes_record` ON `changes` (`publication`,`record`);--> statement-breakpoint
CREATE INDEX `changes_days` ON `changes` (`platform`,`path`,`class`,`date`,`publication`);