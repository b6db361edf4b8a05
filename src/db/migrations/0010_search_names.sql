-- Full-text search with whole names (FTS5): `keys` of the platform, `operator_keys`. Written by hand. It is filled when the records are published next.
DROP TABLE `platform_search`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `platform_search` USING fts5(`revision` UNINDEXED, `name`, `aliases`, `domains`, `keys`, `operator`, `operator_keys`, `body`, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
