-- The database has only what its queries read (src/db/stored.ts): fewer tables and columns, without row ids, and a
-- full-text index that does not repeat its text. Written by hand: drizzle-kit does not know WITHOUT ROWID and FTS5.
-- Rows are written when the records are published next; until then readers see that nothing is published.
DELETE FROM `pointer`;
--> statement-breakpoint
DROP TABLE `platform_plans`;
--> statement-breakpoint
DROP TABLE `apps`;
--> statement-breakpoint
DROP TABLE `aliases`;
--> statement-breakpoint
DROP TABLE `sources`;
--> statement-breakpoint
DROP TABLE `copies`;
--> statement-breakpoint
DROP TABLE `passages`;
--> statement-breakpoint
DROP TABLE `domains`;
--> statement-breakpoint
DROP TABLE `practices`;
--> statement-breakpoint
DROP TABLE `practice_kinds`;
--> statement-breakpoint
DROP TABLE `practice_recipients`;
--> statement-breakpoint
DROP TABLE `rules`;
--> statement-breakpoint
DROP TABLE `rule_data`;
--> statement-breakpoint
DROP TABLE `rule_controls`;
--> statement-breakpoint
DROP TABLE `controls`;
--> statement-breakpoint
DROP TABLE `steps`;
--> statement-breakpoint
DROP TABLE `control_traits`;
--> statement-breakpoint
DROP TABLE `events`;
--> statement-breakpoint
DROP TABLE `event_practices`;
--> statement-breakpoint
DROP TABLE `myths`;
--> statement-breakpoint
DROP TABLE `lists`;
--> statement-breakpoint
DROP TABLE `audiences`;
--> statement-breakpoint
DROP TABLE `evidence`;
--> statement-breakpoint
DROP TABLE `platform_regions`;
--> statement-breakpoint
DROP TABLE `answers`;
--> statement-breakpoint
DROP TABLE `answer_controls`;
--> statement-breakpoint
DROP TABLE `cells`;
--> statement-breakpoint
DROP TABLE `cell_controls`;
--> statement-breakpoint
DROP TABLE `platform_search`;
--> statement-breakpoint
ALTER TABLE `operators` ADD `former` text;
--> statement-breakpoint
ALTER TABLE `operators` DROP COLUMN `legal_name`;
--> statement-breakpoint
ALTER TABLE `operators` DROP COLUMN `jurisdiction`;
--> statement-breakpoint
ALTER TABLE `operators` DROP COLUMN `same_as_wikidata`;
--> statement-breakpoint
ALTER TABLE `operators` DROP COLUMN `same_as_open_terms_archive`;
--> statement-breakpoint
ALTER TABLE `operators` DROP COLUMN `same_as_tosdr`;
--> statement-breakpoint
ALTER TABLE `operators` DROP COLUMN `withdrawn`;
--> statement-breakpoint
ALTER TABLE `operators` DROP COLUMN `withdrawn_reason`;
--> statement-breakpoint
ALTER TABLE `operators` DROP COLUMN `withdrawn_note`;
--> statement-breakpoint
ALTER TABLE `platforms` ADD `upcoming_until` text;
--> statement-breakpoint
ALTER TABLE `platforms` DROP COLUMN `same_as_wikidata`;
--> statement-breakpoint
ALTER TABLE `platforms` DROP COLUMN `same_as_open_terms_archive`;
--> statement-breakpoint
ALTER TABLE `platforms` DROP COLUMN `same_as_tosdr`;
--> statement-breakpoint
ALTER TABLE `platforms` DROP COLUMN `withdrawn_reason`;
--> statement-breakpoint
ALTER TABLE `platforms` DROP COLUMN `withdrawn_note`;
--> statement-breakpoint
CREATE TABLE `domains` (
	`revision` integer NOT NULL,
	`host` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`revision`, `host`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `domains_host` ON `domains` (`host`);
--> statement-breakpoint
CREATE TABLE `apps` (
	`revision` integer NOT NULL,
	`store` text NOT NULL,
	`app` text NOT NULL,
	PRIMARY KEY(`revision`, `store`, `app`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `apps_app` ON `apps` (`app`);
--> statement-breakpoint
CREATE TABLE `aliases` (
	`revision` integer NOT NULL,
	`alias` text NOT NULL,
	PRIMARY KEY(`revision`, `alias`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `aliases_alias` ON `aliases` (`alias`);
--> statement-breakpoint
CREATE TABLE `controls` (
	`revision` integer NOT NULL,
	`id` text NOT NULL,
	`kind` text,
	`name` text,
	`url` text,
	PRIMARY KEY(`revision`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `events` (
	`revision` integer NOT NULL,
	`id` text NOT NULL,
	`effective` text,
	`event_type` text,
	`sort_day` text NOT NULL,
	`regions` text,
	`content` text,
	PRIMARY KEY(`revision`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `events_day` ON `events` (`sort_day`);
--> statement-breakpoint
CREATE INDEX `events_type` ON `events` (`event_type`,`sort_day`);
--> statement-breakpoint
CREATE TABLE `platform_regions` (
	`revision` integer NOT NULL,
	`region` text NOT NULL,
	`class` text NOT NULL,
	PRIMARY KEY(`revision`, `region`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `answers` (
	`revision` integer NOT NULL,
	`id` integer NOT NULL,
	`practice` text NOT NULL,
	`purpose` text NOT NULL,
	`kinds` text,
	`model` text,
	`by_whom` text,
	`region` text DEFAULT '*' NOT NULL,
	`plan` text DEFAULT '*' NOT NULL,
	`age` text DEFAULT '*' NOT NULL,
	`account` text DEFAULT '*' NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text NOT NULL,
	`rule` text,
	`data_use` text,
	`default_state` text,
	`verdict` text NOT NULL,
	`severity` integer NOT NULL,
	`certainty` text,
	`grade_data_use` text,
	`control` text,
	`lead_kind` text,
	`worst` text,
	`sentence` text,
	PRIMARY KEY(`revision`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `answers_verdict` ON `answers` (`purpose`,`verdict`,`revision`);
--> statement-breakpoint
CREATE INDEX `answers_data_use` ON `answers` (`purpose`,`data_use`,`default_state`,`revision`);
--> statement-breakpoint
CREATE TABLE `answer_controls` (
	`revision` integer NOT NULL,
	`answer` integer NOT NULL,
	`kind` text NOT NULL,
	`control` text NOT NULL,
	PRIMARY KEY(`revision`, `answer`, `control`)
) WITHOUT ROWID;
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
	`certainty` text,
	PRIMARY KEY(`revision`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `cells_verdict` ON `cells` (`kind`,`by_whom`,`verdict`,`certainty`,`revision`);
--> statement-breakpoint
CREATE TABLE `tallies` (
	`revision` integer NOT NULL,
	`what` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`revision`, `what`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE VIRTUAL TABLE `platform_search` USING fts5(`name`, `aliases`, `domains`, `keys`, `operator`, `operator_keys`, `body`, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
