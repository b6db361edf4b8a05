CREATE TABLE `changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication` integer NOT NULL,
	`version` text NOT NULL,
	`date` text NOT NULL,
	`record` text NOT NULL,
	`platform` text,
	`operator` text,
	`category` text,
	`name` text NOT NULL,
	`class` text NOT NULL,
	`path` text NOT NULL,
	`purpose` text,
	`regions` text,
	`summary` text NOT NULL,
	`change` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `changes_publication` ON `changes` (`publication`,`id`);--> statement-breakpoint
CREATE INDEX `changes_platform` ON `changes` (`platform`,`id`);--> statement-breakpoint
CREATE INDEX `changes_operator` ON `changes` (`operator`,`id`);--> statement-breakpoint
CREATE INDEX `changes_class` ON `changes` (`class`,`id`);--> statement-breakpoint
CREATE INDEX `changes_date` ON `changes` (`date`,`id`);--> statement-breakpoint
CREATE TABLE `releases` (
	`publication` integer PRIMARY KEY NOT NULL,
	`version` text NOT NULL,
	`date` text NOT NULL,
	`previous` text,
	`notes` text NOT NULL,
	`digest` text NOT NULL,
	`records` text NOT NULL
);
