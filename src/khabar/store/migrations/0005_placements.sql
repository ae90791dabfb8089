-- Where pages of some days stand is asked for with every batch: answered from the index alone, without the rows.
DROP INDEX article_published;
DROP INDEX article_undated;
CREATE INDEX article_placed ON article (published, first_seen, id);
