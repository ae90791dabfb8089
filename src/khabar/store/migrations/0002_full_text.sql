-- Words as khabar.search.analyser makes them, already folded and segmented: FTS5 only has to split at spaces.
CREATE VIRTUAL TABLE words USING fts5 (article UNINDEXED, title, body, tokenize = "unicode61 remove_diacritics 0");
