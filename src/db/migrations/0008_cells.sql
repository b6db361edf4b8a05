-- Answers by kind of data; no column needs quoting. Rows of earlier editions are replaced when the records are published next.
-- Edited by hand: the traits of controls are not copied.
CREATE TABLE `cell_controls` (
	`revision` integer NOT NULL,
	`cell` integer NOT NULL,
	`kind` text NOT NULL,
	`control` text NOT NULL,
	PRIMARY KEY(`revision`, `cell`, `control`)
);
--> statement-breakpoint
CREATE TABLE `cells` (
	`revision` integer NOT NULL,
	`id` integer NOT NULL,
	`kind` text NOT NULL,
	`by_whom` text NOT NULL,
	`region` text DEFAULT '*' NOT NULL,
	`plan` text DEFAULT '*' NOT NULL,
	`age` text DEFAULT '*' NOT NULL,
	`account` text DEFAULT '*' NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text NOT NULL,
	`verdict` text NOT NULL,
	`severity` integer NOT NULL,
	`certainty` text,
	PRIMARY KEY(`revision`, `id`)
);
--> statement-breakpoint
CREATE INDEX `cells_verdict` ON `cells` (`kind`,`by_whom`,`verdict`,`revision`);--> statement-breakpoint
CREATE INDEX `cells_certainty` ON `cells` (`kind`,`by_whom`,`certainty`,`revision`);--> statement-breakpoint
CREATE TABLE `practice_kinds` (
	`revision` integer NOT NULL,
	`practice` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`revision`, `practice`, `kind`)
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_control_traits` (
	`revision` integer NOT NULL,
	`control` text NOT NULL,
	`aspect` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`revision`, `control`, `aspect`, `value`)
);
--> statement-breakpoint
DROP TABLE `control_traits`;--> statement-breakpoint
ALTER TABLE `__new_control_traits` RENAME TO `control_traits`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `answers` ADD `kinds` text;--> statement-breakpoint
ALTER TABLE `answers` ADD `model` text;--> statement-breakpoint
ALTER TABLE `answers` ADD `by_whom` text;--> statement-breakpoint
ALTER TABLE `answers` ADD `control` text;--> statement-breakpoint
ALTER TABLE `answers` ADD `lead_kind` text;--> statement-breakpoint
ALTER TABLE `answers` ADD `worst` text;--> statement-breakpoint
ALTER TABLE `answers` ADD `sentence` text;--> statement-breakpoint
ALTER TABLE `copies` ADD `copy_commit` text;--> statement-breakpoint
ALTER TABLE `copies` DROP COLUMN `commit`;--> statement-breakpoint
ALTER TABLE `events` ADD `event_type` text;--> statement-breakpoint
ALTER TABLE `events` ADD `content` text;--> statement-breakpoint
CREATE INDEX `events_type` ON `events` (`event_type`,`sort_day`);--> statement-breakpoint
ALTER TABLE `events` DROP COLUMN `type`;--> statement-breakpoint
ALTER TABLE `passages` ADD `passage_start` text;--> statement-breakpoint
ALTER TABLE `passages` ADD `passage_end` text;--> statement-breakpoint
ALTER TABLE `passages` DROP COLUMN `start`;--> statement-breakpoint
ALTER TABLE `passages` DROP COLUMN `end`;--> statement-breakpoint
ALTER TABLE `publications` ADD `edition` text DEFAULT '' NOT NULL;
