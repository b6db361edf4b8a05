CREATE TABLE `review_states` (
	`reviews` text NOT NULL,
	`platform` text NOT NULL,
	`state` text NOT NULL,
	`since` text,
	`sources` text NOT NULL,
	`through` text NOT NULL,
	PRIMARY KEY(`reviews`, `platform`)
);
--> statement-breakpoint
ALTER TABLE `pointer` ADD `reviews` text DEFAULT '' NOT NULL;