CREATE TABLE `net_counts` (
	`before` integer NOT NULL,
	`after` integer NOT NULL,
	`n` integer NOT NULL,
	`place` integer,
	`publication` integer NOT NULL,
	PRIMARY KEY(`before`, `after`)
);
