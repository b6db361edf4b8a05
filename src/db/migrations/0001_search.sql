-- Full-text search over platforms (FTS5); `revision` is carried, not searched.
CREATE VIRTUAL TABLE `platform_search` USING fts5(`revision` UNINDEXED, `name`, `aliases`, `domains`, `operator`, `body`, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
