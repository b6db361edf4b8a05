-- Lists find platforms by the people that answers are for (src/db/people.ts), and net changes by their numbers
-- (src/db/net-counts.ts). Rows are written when the records are published next; until then readers see that nothing
-- is published.
DELETE FROM `pointer`;
--> statement-breakpoint
DELETE FROM `answers`;
--> statement-breakpoint
DELETE FROM `cells`;
--> statement-breakpoint
CREATE TABLE `divisions` (
	`division` integer NOT NULL,
	`region` text NOT NULL,
	`class` text NOT NULL,
	PRIMARY KEY(`division`, `region`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `net_counts` (
	`before` integer NOT NULL,
	`after` integer NOT NULL,
	`n` integer NOT NULL,
	`place` integer,
	`publication` integer NOT NULL,
	PRIMARY KEY(`before`, `after`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY NOT NULL,
	`division` integer NOT NULL,
	`region` text NOT NULL,
	`plan` text NOT NULL,
	`age` text NOT NULL,
	`account` text NOT NULL
);
--> statement-breakpoint
DROP INDEX `answers_verdict`;--> statement-breakpoint
DROP INDEX `answers_data_use`;--> statement-breakpoint
ALTER TABLE `answers` ADD `people` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `answers` ADD `since` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `answers` ADD `until` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `answers_people` ON `answers` (`purpose`,`people`,`verdict`,`until`,`since`,`certainty`,`valid_from`,`valid_until`);--> statement-breakpoint
DROP INDEX `cells_verdict`;--> statement-breakpoint
ALTER TABLE `cells` ADD `people` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `cells` ADD `since` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `cells` ADD `until` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `cells_people` ON `cells` (`kind`,`by_whom`,`people`,`verdict`,`until`,`since`,`certainty`,`valid_from`,`valid_until`);--> statement-breakpoint
ALTER TABLE `platforms` ADD `division` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `platforms_withdrawn` ON `platforms` (`withdrawn`);--> statement-breakpoint
ALTER TABLE `publications` ADD `platforms` integer DEFAULT 0 NOT NULL;