-- Words as khabar.search.analyser makes them, already folded and segmented: the "simple" configuration only splits at spaces.
CREATE TABLE words (
    article     TEXT PRIMARY KEY,
    title       TEXT NOT NULL,
    body        TEXT NOT NULL,
    terms       TSVECTOR NOT NULL
);
CREATE INDEX words_terms ON words USING GIN (terms);
