-- Full-text search over platforms (FTS5); `publication` and `platform` are carried, not searched.
CREATE VIRTUAL TABLE `platform_search` USING fts5(`publication` UNINDEXED, `platform` UNINDEXED, `name`, `aliases`, `domains`, `operator`, `body`, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
