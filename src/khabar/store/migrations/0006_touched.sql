-- Stories whose findings are to be made again are few beside those that are stored.
CREATE INDEX story_touched ON story (id) WHERE touched = 1;
