-- In how many stories a name stands at the heart: counting them anew would cost more with every story.
CREATE TABLE heart_count (
    entity      TEXT PRIMARY KEY,
    stories     INTEGER NOT NULL
);
INSERT INTO heart_count (entity, stories) SELECT entity, COUNT(*) FROM heart_name GROUP BY entity;
