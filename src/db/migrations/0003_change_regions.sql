CREATE TABLE `change_regions` (
	`region` text NOT NULL,
	`change` integer NOT NULL,
	PRIMARY KEY(`region`, `change`)
);
--> statement-breakpoint
ALTER TABLE `operators` ADD `record_hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `platforms` ADD `record_hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `releases` ADD `record_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `releases` ADD `change_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `changes_category` ON `changes` (`category`,`id`);--> statement-breakpoint
CREATE INDEX `changes_purpose` ON `changes` (`purpose`,`id`);--> statement-breakpoint
INSERT INTO `change_regions` (`region`, `change`) SELECT DISTINCT r.value, c.id FROM `changes` c, json_each(c.regions) r WHERE c.regions IS NOT NULL;--> statement-breakpoint
INSERT INTO `change_regions` (`region`, `change`) SELECT '*', id FROM `changes` WHERE regions IS NULL;--> statement-breakpoint
UPDATE `releases` SET `record_count` = (SELECT count(*) FROM json_each(releases.records)), `change_count` = (SELECT count(*) FROM `changes` c WHERE c.publication = releases.publication);--> statement-breakpoint
UPDATE `platforms` SET `record_hash` = coalesce((SELECT r.value FROM `releases` x, json_each(x.records) r WHERE x.publication >= platforms.since AND x.publication < platforms.until AND r.key = 'platforms/' || platforms.id LIMIT 1), '');--> statement-breakpoint
UPDATE `operators` SET `record_hash` = coalesce((SELECT r.value FROM `releases` x, json_each(x.records) r WHERE x.publication >= operators.since AND x.publication < operators.until AND r.key = 'operators/' || operators.id LIMIT 1), '');
