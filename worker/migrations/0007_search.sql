-- The index of the search is made by rules of our own, which know the letters of all scripts: SQLite parts what they made at spaces, and keeps
-- of each word no more than which entries have it. It is made from the log anew.
DROP TABLE search;

CREATE VIRTUAL TABLE search USING fts5(
  story UNINDEXED,
  version UNINDEXED,
  -- When it happened, by the newest correction.
  occurred_at UNINDEXED,
  precision UNINDEXED,
  -- Titles and names, and all other words, as they are shown.
  names UNINDEXED,
  texts UNINDEXED,
  -- The same, folded, in their order; and what else an entry is found by.
  words,
  keys,
  detail = none,
  columnsize = 0,
  tokenize = 'ascii tokenchars ''+*='''
);

-- What is deleted is gone from the index at once, not marked as gone: a takedown wants it so.
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

-- The events that the index could not take, and why: it goes on without them, and tries again.
CREATE TABLE search_left_out (
  position INTEGER PRIMARY KEY,
  reason TEXT NOT NULL
) STRICT;

UPDATE search_progress SET position = 0;
