CREATE TABLE `aliases` (
	`revision` integer NOT NULL,
	`alias` text NOT NULL,
	PRIMARY KEY(`revision`, `alias`)
);
--> statement-breakpoint
CREATE INDEX `aliases_alias` ON `aliases` (`alias`);--> statement-breakpoint
CREATE TABLE `answer_controls` (
	`revision` integer NOT NULL,
	`answer` integer NOT NULL,
	`kind` text NOT NULL,
	`control` text NOT NULL,
	PRIMARY KEY(`revision`, `answer`, `control`)
);
--> statement-breakpoint
CREATE TABLE `answers` (
	`revision` integer NOT NULL,
	`id` integer NOT NULL,
	`practice` text NOT NULL,
	`purpose` text NOT NULL,
	`training` integer NOT NULL,
	`region` text NOT NULL,
	`plan` text NOT NULL,
	`age` text NOT NULL,
	`account` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text NOT NULL,
	`rule` text,
	`use` text NOT NULL,
	`default` text,
	`verdict` text NOT NULL,
	`severity` integer NOT NULL,
	`certainty` text,
	`grade_use` text,
	PRIMARY KEY(`revision`, `id`)
);
--> statement-breakpoint
CREATE INDEX `answers_practice` ON `answers` (`revision`,`practice`,`region`);--> statement-breakpoint
CREATE INDEX `answers_verdict` ON `answers` (`purpose`,`verdict`,`revision`);--> statement-breakpoint
CREATE INDEX `answers_use` ON `answers` (`purpose`,`use`,`revision`);--> statement-breakpoint
CREATE INDEX `answers_default` ON `answers` (`purpose`,`default`,`revision`);--> statement-breakpoint
CREATE TABLE `audiences` (
	`revision` integer NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`facet` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`revision`, `subject`, `subject_id`, `facet`, `value`)
);
--> statement-breakpoint
CREATE TABLE `control_traits` (
	`revision` integer NOT NULL,
	`control` text NOT NULL,
	`trait` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`revision`, `control`, `trait`, `value`)
);
--> statement-breakpoint
CREATE TABLE `controls` (
	`revision` integer NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`protects_when` text,
	`protects` text NOT NULL,
	`actor` text NOT NULL,
	`scope` text NOT NULL,
	`url` text,
	`effect` text NOT NULL,
	`valid_from` text,
	`valid_until` text,
	`note` text,
	PRIMARY KEY(`revision`, `id`)
);
--> statement-breakpoint
CREATE TABLE `copies` (
	`revision` integer NOT NULL,
	`source` text NOT NULL,
	`position` integer NOT NULL,
	`archive` text NOT NULL,
	`commit` text NOT NULL,
	`path` text NOT NULL,
	`captured` text NOT NULL,
	PRIMARY KEY(`revision`, `source`, `position`)
);
--> statement-breakpoint
CREATE TABLE `domains` (
	`revision` integer NOT NULL,
	`domain` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`revision`, `domain`)
);
--> statement-breakpoint
CREATE INDEX `domains_domain` ON `domains` (`domain`);--> statement-breakpoint
CREATE TABLE `event_practices` (
	`revision` integer NOT NULL,
	`event` text NOT NULL,
	`practice` text NOT NULL,
	PRIMARY KEY(`revision`, `event`, `practice`)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`revision` integer NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`announced` text,
	`effective` text,
	`observed` text,
	`reported` text,
	`sort_day` text NOT NULL,
	`title` text NOT NULL,
	`detail` text,
	PRIMARY KEY(`revision`, `id`)
);
--> statement-breakpoint
CREATE INDEX `events_day` ON `events` (`sort_day`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`revision` integer NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`fact` text NOT NULL,
	`position` integer NOT NULL,
	`source_owner` text NOT NULL,
	`source` text NOT NULL,
	`passage` text,
	`grade` text NOT NULL,
	PRIMARY KEY(`revision`, `subject`, `subject_id`, `fact`, `position`)
);
--> statement-breakpoint
CREATE INDEX `evidence_source` ON `evidence` (`source_owner`,`source`);--> statement-breakpoint
CREATE TABLE `myths` (
	`revision` integer NOT NULL,
	`id` text NOT NULL,
	`claim` text NOT NULL,
	`truth` text NOT NULL,
	PRIMARY KEY(`revision`, `id`)
);
--> statement-breakpoint
CREATE TABLE `operators` (
	`revision` integer PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	`hash` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`legal_name` text,
	`parent` text,
	`jurisdiction` text NOT NULL,
	`record` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `operators_id` ON `operators` (`id`,`since`);--> statement-breakpoint
CREATE INDEX `operators_parent` ON `operators` (`parent`);--> statement-breakpoint
CREATE TABLE `passages` (
	`revision` integer NOT NULL,
	`source` text NOT NULL,
	`id` text NOT NULL,
	`copy` integer NOT NULL,
	`heading` text,
	`start` text NOT NULL,
	`end` text NOT NULL,
	`sha256` text NOT NULL,
	PRIMARY KEY(`revision`, `source`, `id`)
);
--> statement-breakpoint
CREATE TABLE `platform_plans` (
	`revision` integer NOT NULL,
	`plan` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`revision`, `plan`, `position`)
);
--> statement-breakpoint
CREATE TABLE `platform_regions` (
	`revision` integer NOT NULL,
	`region` text NOT NULL,
	`class` text NOT NULL,
	PRIMARY KEY(`revision`, `region`)
);
--> statement-breakpoint
CREATE TABLE `platforms` (
	`revision` integer PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	`hash` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`sort_name` text NOT NULL,
	`operator` text NOT NULL,
	`category` text NOT NULL,
	`summary` text NOT NULL,
	`verified` text NOT NULL,
	`withdrawn` text,
	`record` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `platforms_id` ON `platforms` (`id`,`since`);--> statement-breakpoint
CREATE INDEX `platforms_name` ON `platforms` (`until`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `platforms_verified` ON `platforms` (`until`,`verified`,`id`);--> statement-breakpoint
CREATE INDEX `platforms_category` ON `platforms` (`category`,`until`);--> statement-breakpoint
CREATE INDEX `platforms_operator` ON `platforms` (`operator`,`until`);--> statement-breakpoint
CREATE TABLE `pointer` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication` integer NOT NULL,
	`previous` integer
);
--> statement-breakpoint
CREATE TABLE `practice_recipients` (
	`revision` integer NOT NULL,
	`practice` text NOT NULL,
	`recipient` text NOT NULL,
	PRIMARY KEY(`revision`, `practice`, `recipient`)
);
--> statement-breakpoint
CREATE TABLE `practices` (
	`revision` integer NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`purpose` text NOT NULL,
	PRIMARY KEY(`revision`, `id`)
);
--> statement-breakpoint
CREATE TABLE `publications` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` text NOT NULL,
	`digest` text NOT NULL,
	`date` text NOT NULL,
	`complete` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `publications_version` ON `publications` (`version`);--> statement-breakpoint
CREATE TABLE `rule_controls` (
	`revision` integer NOT NULL,
	`practice` text NOT NULL,
	`rule` text NOT NULL,
	`control` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`revision`, `practice`, `rule`, `control`)
);
--> statement-breakpoint
CREATE TABLE `rule_data` (
	`revision` integer NOT NULL,
	`practice` text NOT NULL,
	`rule` text NOT NULL,
	`category` text NOT NULL,
	`included` integer NOT NULL,
	PRIMARY KEY(`revision`, `practice`, `rule`, `category`, `included`)
);
--> statement-breakpoint
CREATE TABLE `rules` (
	`revision` integer NOT NULL,
	`practice` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`use` text NOT NULL,
	`default` text,
	`legal_basis` text,
	`valid_from` text,
	`valid_until` text,
	`note` text,
	PRIMARY KEY(`revision`, `practice`, `id`)
);
--> statement-breakpoint
CREATE TABLE `sources` (
	`revision` integer NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`publisher` text NOT NULL,
	`url` text NOT NULL,
	`published` text,
	`seen` text,
	PRIMARY KEY(`revision`, `id`)
);
--> statement-breakpoint
CREATE TABLE `steps` (
	`revision` integer NOT NULL,
	`control` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`revision`, `control`, `position`)
);
