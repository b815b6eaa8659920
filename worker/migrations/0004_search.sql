-- What a search finds: the words of every event that holds true, a row each, its rowid being the event's position. It is made from the log
-- and can be made again.
CREATE VIRTUAL TABLE search USING fts5(
  story UNINDEXED,
  version UNINDEXED,
  -- When it happened, by the newest correction.
  occurred_at UNINDEXED,
  precision UNINDEXED,
  -- Titles and names, and all other words.
  names,
  texts,
  tokenize = 'unicode61 remove_diacritics 2'
);

-- What is deleted is gone from the index at once, not marked as gone: a takedown wants it so.
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

-- The position up to which the log is in the index.
CREATE TABLE search_progress (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  position INTEGER NOT NULL
) STRICT;

INSERT INTO search_progress (id, position) VALUES (1, 0);
