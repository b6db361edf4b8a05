-- Format 3 of the records. Rows of earlier formats are replaced when the records are published next.
CREATE TABLE `apps` (
	`revision` integer NOT NULL,
	`store` text NOT NULL,
	`app` text NOT NULL,
	PRIMARY KEY(`revision`, `store`, `app`)
);
--> statement-breakpoint
CREATE INDEX `apps_app` ON `apps` (`app`);--> statement-breakpoint
DROP TABLE `domains`;--> statement-breakpoint
CREATE TABLE `domains` (
	`revision` integer NOT NULL,
	`host` text NOT NULL,
	`position` integer NOT NULL,
	`role` text,
	`country` text,
	`plan` text,
	PRIMARY KEY(`revision`, `host`)
);
--> statement-breakpoint
CREATE INDEX `domains_host` ON `domains` (`host`);--> statement-breakpoint
ALTER TABLE `operators` ADD `withdrawn` text;--> statement-breakpoint
ALTER TABLE `operators` ADD `withdrawn_reason` text;--> statement-breakpoint
ALTER TABLE `operators` ADD `withdrawn_note` text;--> statement-breakpoint
ALTER TABLE `platforms` ADD `withdrawn_note` text;
