-- Format 2 of the records. Rows of earlier formats are replaced when the records are published next.
DROP INDEX `answers_use`;--> statement-breakpoint
DROP INDEX `answers_default`;--> statement-breakpoint
ALTER TABLE `answers` ADD `data_use` text;--> statement-breakpoint
ALTER TABLE `answers` ADD `default_state` text;--> statement-breakpoint
ALTER TABLE `answers` ADD `grade_data_use` text;--> statement-breakpoint
CREATE INDEX `answers_data_use` ON `answers` (`purpose`,`data_use`,`revision`);--> statement-breakpoint
CREATE INDEX `answers_default_state` ON `answers` (`purpose`,`default_state`,`revision`);--> statement-breakpoint
ALTER TABLE `controls` ADD `name` text;--> statement-breakpoint
ALTER TABLE `practices` ADD `subject` text;--> statement-breakpoint
ALTER TABLE `practices` ADD `model` text;--> statement-breakpoint
ALTER TABLE `rules` ADD `data_use` text;--> statement-breakpoint
ALTER TABLE `rules` ADD `names_ai` integer;--> statement-breakpoint
ALTER TABLE `rules` ADD `only_models` text;--> statement-breakpoint
ALTER TABLE `rules` ADD `default_state` text;--> statement-breakpoint
ALTER TABLE `answers` DROP COLUMN `use`;--> statement-breakpoint
ALTER TABLE `answers` DROP COLUMN `default`;--> statement-breakpoint
ALTER TABLE `answers` DROP COLUMN `grade_use`;--> statement-breakpoint
ALTER TABLE `controls` DROP COLUMN `label`;--> statement-breakpoint
ALTER TABLE `rules` DROP COLUMN `use`;--> statement-breakpoint
ALTER TABLE `rules` DROP COLUMN `default`;
