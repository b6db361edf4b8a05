-- Columns follow the record model (src/db/columns.ts): only keys are NOT NULL, so that a new field is one ADD.
-- Edited by hand: what the tables did not have yet is read from the records.
CREATE TABLE `lists` (
	`revision` integer NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`field` text NOT NULL,
	`position` integer NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`revision`, `subject`, `subject_id`, `field`, `position`)
);
--> statement-breakpoint
CREATE TABLE `__new_answers` (
	`revision` integer NOT NULL,
	`id` integer NOT NULL,
	`practice` text NOT NULL,
	`purpose` text NOT NULL,
	`training` integer NOT NULL,
	`region` text DEFAULT '*' NOT NULL,
	`plan` text DEFAULT '*' NOT NULL,
	`age` text DEFAULT '*' NOT NULL,
	`account` text DEFAULT '*' NOT NULL,
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
INSERT INTO `__new_answers`("revision", "id", "practice", "purpose", "training", "region", "plan", "age", "account", "valid_from", "valid_until", "rule", "use", "default", "verdict", "severity", "certainty", "grade_use") SELECT "revision", "id", "practice", "purpose", "training", "region", "plan", "age", "account", "valid_from", "valid_until", "rule", "use", "default", "verdict", "severity", "certainty", "grade_use" FROM `answers`;--> statement-breakpoint
DROP TABLE `answers`;--> statement-breakpoint
ALTER TABLE `__new_answers` RENAME TO `answers`;--> statement-breakpoint
CREATE INDEX `answers_practice` ON `answers` (`revision`,`practice`,`region`);--> statement-breakpoint
CREATE INDEX `answers_verdict` ON `answers` (`purpose`,`verdict`,`revision`);--> statement-breakpoint
CREATE INDEX `answers_use` ON `answers` (`purpose`,`use`,`revision`);--> statement-breakpoint
CREATE INDEX `answers_default` ON `answers` (`purpose`,`default`,`revision`);--> statement-breakpoint
CREATE TABLE `__new_controls` (
	`revision` integer NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text,
	`label` text,
	`protects_when` text,
	`protects` text,
	`actor` text,
	`scope` text,
	`url` text,
	`valid_from` text,
	`valid_until` text,
	`effect` text,
	`note` text,
	PRIMARY KEY(`revision`, `id`)
);
--> statement-breakpoint
INSERT INTO `__new_controls`("revision", "id", "position", "kind", "label", "protects_when", "protects", "actor", "scope", "url", "valid_from", "valid_until", "effect", "note") SELECT "revision", "id", "position", "kind", "label", "protects_when", "protects", "actor", "scope", "url", "valid_from", "valid_until", "effect", "note" FROM `controls`;--> statement-breakpoint
DROP TABLE `controls`;--> statement-breakpoint
ALTER TABLE `__new_controls` RENAME TO `controls`;--> statement-breakpoint
CREATE TABLE `__new_copies` (
	`revision` integer NOT NULL,
	`source` text NOT NULL,
	`position` integer NOT NULL,
	`archive` text,
	`commit` text,
	`path` text,
	`captured` text,
	PRIMARY KEY(`revision`, `source`, `position`)
);
--> statement-breakpoint
INSERT INTO `__new_copies`("revision", "source", "position", "archive", "commit", "path", "captured") SELECT "revision", "source", "position", "archive", "commit", "path", "captured" FROM `copies`;--> statement-breakpoint
DROP TABLE `copies`;--> statement-breakpoint
ALTER TABLE `__new_copies` RENAME TO `copies`;--> statement-breakpoint
CREATE TABLE `__new_events` (
	`revision` integer NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`type` text,
	`announced` text,
	`effective` text,
	`observed` text,
	`reported` text,
	`title` text,
	`detail` text,
	`sort_day` text NOT NULL,
	PRIMARY KEY(`revision`, `id`)
);
--> statement-breakpoint
INSERT INTO `__new_events`("revision", "id", "position", "type", "announced", "effective", "observed", "reported", "title", "detail", "sort_day") SELECT "revision", "id", "position", "type", "announced", "effective", "observed", "reported", "title", "detail", "sort_day" FROM `events`;--> statement-breakpoint
DROP TABLE `events`;--> statement-breakpoint
ALTER TABLE `__new_events` RENAME TO `events`;--> statement-breakpoint
CREATE INDEX `events_day` ON `events` (`sort_day`);--> statement-breakpoint
CREATE TABLE `__new_myths` (
	`revision` integer NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`claim` text,
	`truth` text,
	PRIMARY KEY(`revision`, `id`)
);
--> statement-breakpoint
INSERT INTO `__new_myths`("revision", "id", "position", "claim", "truth") SELECT r.revision, json_extract(m.value, '$.id'), m.key, json_extract(m.value, '$.claim'), json_extract(m.value, '$.truth') FROM `platforms` r, json_each(r.record, '$.myths') m;--> statement-breakpoint
DROP TABLE `myths`;--> statement-breakpoint
ALTER TABLE `__new_myths` RENAME TO `myths`;--> statement-breakpoint
CREATE TABLE `__new_operators` (
	`revision` integer PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	`hash` text NOT NULL,
	`record_hash` text DEFAULT '' NOT NULL,
	`id` text NOT NULL,
	`name` text,
	`legal_name` text,
	`parent` text,
	`jurisdiction` text,
	`same_as_wikidata` text,
	`same_as_open_terms_archive` text,
	`same_as_tosdr` text,
	`record` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_operators`("revision", "since", "until", "hash", "record_hash", "id", "name", "legal_name", "parent", "jurisdiction", "same_as_wikidata", "same_as_open_terms_archive", "same_as_tosdr", "record") SELECT "revision", "since", "until", "hash", "record_hash", "id", "name", "legal_name", "parent", "jurisdiction", json_extract("record", '$.sameAs.wikidata'), json_extract("record", '$.sameAs.openTermsArchive'), json_extract("record", '$.sameAs.tosdr'), "record" FROM `operators`;--> statement-breakpoint
DROP TABLE `operators`;--> statement-breakpoint
ALTER TABLE `__new_operators` RENAME TO `operators`;--> statement-breakpoint
CREATE INDEX `operators_id` ON `operators` (`id`,`since`);--> statement-breakpoint
CREATE INDEX `operators_parent` ON `operators` (`parent`);--> statement-breakpoint
CREATE TABLE `__new_passages` (
	`revision` integer NOT NULL,
	`source` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`copy` integer,
	`heading` text,
	`start` text,
	`end` text,
	`sha256` text,
	PRIMARY KEY(`revision`, `source`, `id`)
);
--> statement-breakpoint
INSERT INTO `__new_passages`("revision", "source", "id", "position", "copy", "heading", "start", "end", "sha256") SELECT r.revision, json_extract(s.value, '$.id'), json_extract(p.value, '$.id'), p.key, json_extract(p.value, '$.copy'), json_extract(p.value, '$.heading'), json_extract(p.value, '$.start'), json_extract(p.value, '$.end'), json_extract(p.value, '$.sha256') FROM (SELECT revision, record FROM `operators` UNION ALL SELECT revision, record FROM `platforms`) r, json_each(r.record, '$.sources') s, json_each(s.value, '$.passages') p;--> statement-breakpoint
DROP TABLE `passages`;--> statement-breakpoint
ALTER TABLE `__new_passages` RENAME TO `passages`;--> statement-breakpoint
CREATE TABLE `__new_platforms` (
	`revision` integer PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	`hash` text NOT NULL,
	`record_hash` text DEFAULT '' NOT NULL,
	`id` text NOT NULL,
	`name` text,
	`operator` text,
	`category` text,
	`summary` text,
	`same_as_wikidata` text,
	`same_as_open_terms_archive` text,
	`same_as_tosdr` text,
	`withdrawn` text,
	`withdrawn_reason` text,
	`verified` text,
	`sort_name` text NOT NULL,
	`record` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_platforms`("revision", "since", "until", "hash", "record_hash", "id", "name", "operator", "category", "summary", "same_as_wikidata", "same_as_open_terms_archive", "same_as_tosdr", "withdrawn", "withdrawn_reason", "verified", "sort_name", "record") SELECT "revision", "since", "until", "hash", "record_hash", "id", "name", "operator", "category", "summary", json_extract("record", '$.sameAs.wikidata'), json_extract("record", '$.sameAs.openTermsArchive'), json_extract("record", '$.sameAs.tosdr'), "withdrawn", json_extract("record", '$.withdrawn.reason'), "verified", "sort_name", "record" FROM `platforms`;--> statement-breakpoint
DROP TABLE `platforms`;--> statement-breakpoint
ALTER TABLE `__new_platforms` RENAME TO `platforms`;--> statement-breakpoint
CREATE INDEX `platforms_id` ON `platforms` (`id`,`since`);--> statement-breakpoint
CREATE INDEX `platforms_name` ON `platforms` (`until`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `platforms_verified` ON `platforms` (`until`,`verified`,`id`);--> statement-breakpoint
CREATE INDEX `platforms_category` ON `platforms` (`category`,`until`);--> statement-breakpoint
CREATE INDEX `platforms_operator` ON `platforms` (`operator`,`until`);--> statement-breakpoint
CREATE TABLE `__new_practices` (
	`revision` integer NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text,
	`purpose` text,
	PRIMARY KEY(`revision`, `id`)
);
--> statement-breakpoint
INSERT INTO `__new_practices`("revision", "id", "position", "title", "purpose") SELECT "revision", "id", "position", "title", "purpose" FROM `practices`;--> statement-breakpoint
DROP TABLE `practices`;--> statement-breakpoint
ALTER TABLE `__new_practices` RENAME TO `practices`;--> statement-breakpoint
CREATE TABLE `__new_rules` (
	`revision` integer NOT NULL,
	`practice` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`valid_from` text,
	`valid_until` text,
	`use` text,
	`default` text,
	`legal_basis` text,
	`note` text,
	PRIMARY KEY(`revision`, `practice`, `id`)
);
--> statement-breakpoint
INSERT INTO `__new_rules`("revision", "practice", "id", "position", "valid_from", "valid_until", "use", "default", "legal_basis", "note") SELECT "revision", "practice", "id", "position", "valid_from", "valid_until", "use", "default", "legal_basis", "note" FROM `rules`;--> statement-breakpoint
DROP TABLE `rules`;--> statement-breakpoint
ALTER TABLE `__new_rules` RENAME TO `rules`;--> statement-breakpoint
CREATE TABLE `__new_sources` (
	`revision` integer NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text,
	`title` text,
	`publisher` text,
	`url` text,
	`published` text,
	`seen` text,
	PRIMARY KEY(`revision`, `id`)
);
--> statement-breakpoint
INSERT INTO `__new_sources`("revision", "id", "position", "kind", "title", "publisher", "url", "published", "seen") SELECT r.revision, json_extract(s.value, '$.id'), s.key, json_extract(s.value, '$.kind'), json_extract(s.value, '$.title'), json_extract(s.value, '$.publisher'), json_extract(s.value, '$.url'), json_extract(s.value, '$.published'), json_extract(s.value, '$.seen') FROM (SELECT revision, record FROM `operators` UNION ALL SELECT revision, record FROM `platforms`) r, json_each(r.record, '$.sources') s;--> statement-breakpoint
DROP TABLE `sources`;--> statement-breakpoint
ALTER TABLE `__new_sources` RENAME TO `sources`;
--> statement-breakpoint
INSERT INTO `lists`("revision", "subject", "subject_id", "field", "position", "value") SELECT r.revision, 'platform', r.id, 'review.openQuestions', q.key, q.value FROM `platforms` r, json_each(r.record, '$.review.openQuestions') q;
