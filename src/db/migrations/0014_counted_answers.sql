-- Lists find platforms by the spans of their answers (src/db/spans.ts), and net changes by their numbers
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
CREATE TABLE `spans` (
	`id` integer PRIMARY KEY NOT NULL,
	`division` integer NOT NULL,
	`region` text NOT NULL,
	`plan` text NOT NULL,
	`age` text NOT NULL,
	`account` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text NOT NULL
);
--> statement-breakpoint
DROP INDEX `answers_verdict`;--> statement-breakpoint
DROP INDEX `answers_data_use`;--> statement-breakpoint
ALTER TABLE `answers` ADD `span` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `answers` ADD `since` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `answers` ADD `until` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `answers_span` ON `answers` (`purpose`,`span`,`verdict`,`until`,`since`,`certainty`);--> statement-breakpoint
DROP INDEX `cells_verdict`;--> statement-breakpoint
ALTER TABLE `cells` ADD `span` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `cells` ADD `since` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `cells` ADD `until` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `cells_span` ON `cells` (`kind`,`by_whom`,`span`,`verdict`,`until`,`since`,`certainty`);--> statement-breakpoint
ALTER TABLE `platforms` ADD `division` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `platforms_withdrawn` ON `platforms` (`withdrawn`);--> statement-breakpoint
ALTER TABLE `publications` ADD `platforms` integer DEFAULT 0 NOT NULL;