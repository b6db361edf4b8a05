-- Lists are counted when their platforms are published (src/db/list-counts.ts), read in the order of the days of
-- releases (src/db/platform-days.ts), and found by what is stated (src/db/stated-rows.ts); indices say what there is
-- on a day. Rows are written when the records are published next; until then readers see that nothing is published.
DELETE FROM `pointer`;
--> statement-breakpoint
CREATE TABLE `list_counts` (
	`term` text NOT NULL,
	`people` integer NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text NOT NULL,
	`certainty` text NOT NULL,
	`publication` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`term`, `people`, `valid_from`, `valid_until`, `certainty`, `publication`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `platform_days` (
	`platform` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	`added` text NOT NULL,
	`changed` text NOT NULL,
	PRIMARY KEY(`platform`, `since`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `platform_days_added` ON `platform_days` (`added`,`platform`,`since`,`until`);
--> statement-breakpoint
CREATE INDEX `platform_days_changed` ON `platform_days` (`changed`,`platform`,`since`,`until`);
--> statement-breakpoint
CREATE TABLE `stated` (
	`revision` integer NOT NULL,
	`term` text NOT NULL,
	`region` text DEFAULT '*' NOT NULL,
	`plan` text DEFAULT '*' NOT NULL,
	`age` text DEFAULT '*' NOT NULL,
	`account` text DEFAULT '*' NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text NOT NULL,
	`people` integer NOT NULL,
	PRIMARY KEY(`revision`, `term`, `people`, `valid_from`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `stated_people` ON `stated` (`term`,`people`);
--> statement-breakpoint
DROP INDEX `platforms_id`;
--> statement-breakpoint
DROP INDEX `platforms_name`;
--> statement-breakpoint
DROP INDEX `platforms_verified`;
--> statement-breakpoint
DROP INDEX `platforms_category`;
--> statement-breakpoint
CREATE INDEX `platforms_id` ON `platforms` (`id`,`since`,`until`,`withdrawn`);
--> statement-breakpoint
CREATE INDEX `platforms_name` ON `platforms` (`sort_name`,`id`,`since`,`until`,`withdrawn`);
--> statement-breakpoint
CREATE INDEX `platforms_verified` ON `platforms` (`verified`,`id`,`since`,`until`,`withdrawn`);
--> statement-breakpoint
CREATE INDEX `platforms_category` ON `platforms` (`category`,`sort_name`,`id`,`since`,`until`,`withdrawn`);