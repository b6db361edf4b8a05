CREATE TABLE `aliases` (
	`publication` integer NOT NULL,
	`alias` text NOT NULL,
	`platform` text NOT NULL,
	PRIMARY KEY(`publication`, `alias`)
);
--> statement-breakpoint
CREATE TABLE `answer_controls` (
	`publication` integer NOT NULL,
	`answer` integer NOT NULL,
	`kind` text NOT NULL,
	`control` text NOT NULL,
	PRIMARY KEY(`publication`, `answer`, `control`)
);
--> statement-breakpoint
CREATE INDEX `answer_controls_kind` ON `answer_controls` (`publication`,`kind`,`answer`);--> statement-breakpoint
CREATE TABLE `answers` (
	`publication` integer NOT NULL,
	`id` integer NOT NULL,
	`platform` text NOT NULL,
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
	PRIMARY KEY(`publication`, `id`)
);
--> statement-breakpoint
CREATE INDEX `answers_platform` ON `answers` (`publication`,`platform`,`practice`,`region`);--> statement-breakpoint
CREATE INDEX `answers_verdict` ON `answers` (`publication`,`purpose`,`verdict`,`region`,`platform`);--> statement-breakpoint
CREATE INDEX `answers_use` ON `answers` (`publication`,`purpose`,`use`,`region`,`platform`);--> statement-breakpoint
CREATE INDEX `answers_default` ON `answers` (`publication`,`purpose`,`default`,`region`,`platform`);--> statement-breakpoint
CREATE TABLE `audiences` (
	`publication` integer NOT NULL,
	`owner` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`facet` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`publication`, `owner`, `subject`, `subject_id`, `facet`, `value`)
);
--> statement-breakpoint
CREATE TABLE `control_traits` (
	`publication` integer NOT NULL,
	`platform` text NOT NULL,
	`control` text NOT NULL,
	`trait` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`publication`, `platform`, `control`, `trait`, `value`)
);
--> statement-breakpoint
CREATE TABLE `controls` (
	`publication` integer NOT NULL,
	`platform` text NOT NULL,
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
	PRIMARY KEY(`publication`, `platform`, `id`)
);
--> statement-breakpoint
CREATE INDEX `controls_kind` ON `controls` (`publication`,`kind`);--> statement-breakpoint
CREATE TABLE `copies` (
	`publication` integer NOT NULL,
	`owner` text NOT NULL,
	`source` text NOT NULL,
	`position` integer NOT NULL,
	`archive` text NOT NULL,
	`commit` text NOT NULL,
	`path` text NOT NULL,
	`captured` text NOT NULL,
	PRIMARY KEY(`publication`, `owner`, `source`, `position`)
);
--> statement-breakpoint
CREATE TABLE `domains` (
	`publication` integer NOT NULL,
	`domain` text NOT NULL,
	`platform` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`publication`, `domain`)
);
--> statement-breakpoint
CREATE INDEX `domains_platform` ON `domains` (`publication`,`platform`);--> statement-breakpoint
CREATE TABLE `event_practices` (
	`publication` integer NOT NULL,
	`platform` text NOT NULL,
	`event` text NOT NULL,
	`practice` text NOT NULL,
	PRIMARY KEY(`publication`, `platform`, `event`, `practice`)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`publication` integer NOT NULL,
	`platform` text NOT NULL,
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
	PRIMARY KEY(`publication`, `platform`, `id`)
);
--> statement-breakpoint
CREATE INDEX `events_day` ON `events` (`publication`,`sort_day`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`publication` integer NOT NULL,
	`platform` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`fact` text NOT NULL,
	`position` integer NOT NULL,
	`source_owner` text NOT NULL,
	`source` text NOT NULL,
	`passage` text,
	`grade` text NOT NULL,
	PRIMARY KEY(`publication`, `platform`, `subject`, `subject_id`, `fact`, `position`)
);
--> statement-breakpoint
CREATE INDEX `evidence_source` ON `evidence` (`publication`,`source_owner`,`source`);--> statement-breakpoint
CREATE TABLE `myths` (
	`publication` integer NOT NULL,
	`platform` text NOT NULL,
	`id` text NOT NULL,
	`claim` text NOT NULL,
	`truth` text NOT NULL,
	PRIMARY KEY(`publication`, `platform`, `id`)
);
--> statement-breakpoint
CREATE TABLE `operators` (
	`publication` integer NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`legal_name` text,
	`parent` text,
	`jurisdiction` text NOT NULL,
	`record` text NOT NULL,
	PRIMARY KEY(`publication`, `id`)
);
--> statement-breakpoint
CREATE INDEX `operators_parent` ON `operators` (`publication`,`parent`);--> statement-breakpoint
CREATE TABLE `passages` (
	`publication` integer NOT NULL,
	`owner` text NOT NULL,
	`source` text NOT NULL,
	`id` text NOT NULL,
	`copy` integer NOT NULL,
	`heading` text,
	`start` text NOT NULL,
	`end` text NOT NULL,
	`sha256` text NOT NULL,
	PRIMARY KEY(`publication`, `owner`, `source`, `id`)
);
--> statement-breakpoint
CREATE TABLE `platform_plans` (
	`publication` integer NOT NULL,
	`platform` text NOT NULL,
	`plan` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`publication`, `platform`, `plan`, `position`)
);
--> statement-breakpoint
CREATE TABLE `platforms` (
	`publication` integer NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`sort_name` text NOT NULL,
	`operator` text NOT NULL,
	`category` text NOT NULL,
	`summary` text NOT NULL,
	`verified` text NOT NULL,
	`withdrawn` text,
	`record` text NOT NULL,
	PRIMARY KEY(`publication`, `id`)
);
--> statement-breakpoint
CREATE INDEX `platforms_name` ON `platforms` (`publication`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `platforms_verified` ON `platforms` (`publication`,`verified`,`id`);--> statement-breakpoint
CREATE INDEX `platforms_category` ON `platforms` (`publication`,`category`);--> statement-breakpoint
CREATE INDEX `platforms_operator` ON `platforms` (`publication`,`operator`);--> statement-breakpoint
CREATE TABLE `pointer` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication` integer NOT NULL,
	`previous` integer
);
--> statement-breakpoint
CREATE TABLE `practice_recipients` (
	`publication` integer NOT NULL,
	`platform` text NOT NULL,
	`practice` text NOT NULL,
	`recipient` text NOT NULL,
	PRIMARY KEY(`publication`, `platform`, `practice`, `recipient`)
);
--> statement-breakpoint
CREATE TABLE `practices` (
	`publication` integer NOT NULL,
	`platform` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`purpose` text NOT NULL,
	PRIMARY KEY(`publication`, `platform`, `id`)
);
--> statement-breakpoint
CREATE INDEX `practices_purpose` ON `practices` (`publication`,`purpose`);--> statement-breakpoint
CREATE TABLE `publications` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` text NOT NULL,
	`digest` text NOT NULL,
	`date` text NOT NULL,
	`complete` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `region_segments` (
	`publication` integer NOT NULL,
	`region` text NOT NULL,
	`segment` text NOT NULL,
	PRIMARY KEY(`publication`, `region`)
);
--> statement-breakpoint
CREATE TABLE `rule_controls` (
	`publication` integer NOT NULL,
	`platform` text NOT NULL,
	`practice` text NOT NULL,
	`rule` text NOT NULL,
	`control` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`publication`, `platform`, `practice`, `rule`, `control`)
);
--> statement-breakpoint
CREATE TABLE `rule_data` (
	`publication` integer NOT NULL,
	`platform` text NOT NULL,
	`practice` text NOT NULL,
	`rule` text NOT NULL,
	`category` text NOT NULL,
	`included` integer NOT NULL,
	PRIMARY KEY(`publication`, `platform`, `practice`, `rule`, `category`, `included`)
);
--> statement-breakpoint
CREATE TABLE `rules` (
	`publication` integer NOT NULL,
	`platform` text NOT NULL,
	`practice` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`use` text NOT NULL,
	`default` text,
	`legal_basis` text,
	`valid_from` text,
	`valid_until` text,
	`note` text,
	PRIMARY KEY(`publication`, `platform`, `practice`, `id`)
);
--> statement-breakpoint
CREATE TABLE `sources` (
	`publication` integer NOT NULL,
	`owner` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`publisher` text NOT NULL,
	`url` text NOT NULL,
	`published` text,
	`seen` text,
	PRIMARY KEY(`publication`, `owner`, `id`)
);
--> statement-breakpoint
CREATE TABLE `steps` (
	`publication` integer NOT NULL,
	`platform` text NOT NULL,
	`control` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`publication`, `platform`, `control`, `position`)
);
