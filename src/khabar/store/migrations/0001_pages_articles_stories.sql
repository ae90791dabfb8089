-- What came in, what was read out of it, and what was made of it. Records are JSON (see khabar.models); the columns beside
-- them exist to be searched or joined on. Derived rows can all be made again from `page`.

CREATE TABLE page (
    hash        TEXT PRIMARY KEY,           -- SHA-256 of the raw bytes
    raw         BLOB NOT NULL,              -- zstandard
    size        INTEGER NOT NULL,           -- bytes before compression
    media_type  TEXT,
    charset     TEXT,
    first_seen  TEXT NOT NULL
);

-- Every path or address under which a page was met; one page may lie in several files.
CREATE TABLE location (
    path        TEXT NOT NULL,
    hash        TEXT NOT NULL,
    article     TEXT,                       -- NULL while the page was rejected
    seen        TEXT NOT NULL,
    PRIMARY KEY (path, hash)
);
CREATE INDEX location_hash ON location (hash);
CREATE INDEX location_article ON location (article);

CREATE TABLE article (
    id          TEXT PRIMARY KEY,
    content_id  TEXT NOT NULL,
    url         TEXT,
    outlet      TEXT,
    lang        TEXT NOT NULL,
    published   TEXT,
    first_seen  TEXT NOT NULL,
    hash        TEXT NOT NULL,              -- the page it was cleaned from
    record      BLOB NOT NULL,              -- Article, as cleaned
    notes       BLOB NOT NULL,              -- Notes, from this page alone
    final       BLOB,                       -- Described, once its story had its say (dates, names); NULL before
    vector      BLOB,                       -- float16, the encoder's dimension
    sentences   BLOB,                       -- float16, sentences x dimension
    encoder     TEXT,
    pending     INTEGER NOT NULL DEFAULT 1  -- 1 until grouped
);
CREATE INDEX article_content ON article (content_id);
CREATE INDEX article_url ON article (url);
CREATE INDEX article_outlet ON article (outlet);
CREATE INDEX article_published ON article (published);
CREATE INDEX article_pending ON article (pending) WHERE pending = 1;

-- Earlier texts of an article whose address later held another text.
CREATE TABLE version (
    article     TEXT NOT NULL,
    number      INTEGER NOT NULL,
    hash        TEXT NOT NULL,
    content_id  TEXT NOT NULL,
    record      BLOB NOT NULL,
    seen        TEXT NOT NULL,
    PRIMARY KEY (article, number)
);

CREATE TABLE story (
    id          TEXT PRIMARY KEY,
    first       TEXT,
    last        TEXT,
    saga        TEXT,
    importance  INTEGER NOT NULL DEFAULT 0,
    record      BLOB NOT NULL,              -- Story
    lineage     BLOB,                       -- Lineage
    narrative   BLOB,                       -- Narrative
    score       BLOB,                       -- Importance
    touched     INTEGER NOT NULL DEFAULT 1  -- 1 until lineage, narration and scores are made
);
CREATE INDEX story_last ON story (last);
CREATE INDEX story_saga ON story (saga);

CREATE TABLE member (
    article     TEXT PRIMARY KEY,
    story       TEXT NOT NULL
);
CREATE INDEX member_story ON member (story);

-- A story id that was merged away keeps answering.
CREATE TABLE redirect (
    old         TEXT PRIMARY KEY,
    new         TEXT NOT NULL
);

CREATE TABLE saga (
    id          TEXT PRIMARY KEY,
    record      BLOB NOT NULL
);

CREATE TABLE soundness (
    article     TEXT PRIMARY KEY,
    record      BLOB NOT NULL
);

-- Which article mentions which entity, for pages about a person or a place.
CREATE TABLE mention (
    article     TEXT NOT NULL,
    entity      TEXT NOT NULL,
    PRIMARY KEY (entity, article)
);
CREATE INDEX mention_article ON mention (article);

-- Corrections by hand: kept apart from what was computed, listed, undoable.
CREATE TABLE correction (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL,
    record      BLOB NOT NULL,
    made        TEXT NOT NULL,
    undone      TEXT
);

CREATE TABLE meta (
    key         TEXT PRIMARY KEY,
    value       TEXT NOT NULL
);
