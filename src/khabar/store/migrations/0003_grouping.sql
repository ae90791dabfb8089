-- What grouping compares, kept so that a window of pages is read and not computed again. Both can be made again from `article`.
CREATE TABLE signature (
    article     TEXT PRIMARY KEY,
    record      BLOB NOT NULL               -- see khabar.flow.group.signature
);

-- What a story is about (khabar.models.Heart), and by which names it can be found.
CREATE TABLE heart (
    story       TEXT PRIMARY KEY,
    record      BLOB NOT NULL
);
CREATE TABLE heart_name (
    entity      TEXT NOT NULL,
    day         TEXT NOT NULL,              -- first day of the story, '' where unknown
    story       TEXT NOT NULL,
    PRIMARY KEY (entity, day, story)
);
CREATE INDEX heart_name_story ON heart_name (story);

-- Undated pages are found by when they came.
CREATE INDEX article_undated ON article (first_seen) WHERE published IS NULL;
