-- Each story's log up to a while ago, thousands of events a row: what wants all of it reads a few rows. A convenience: it can be emptied at
-- any time, and a takedown erases what it has of the event, with all that comes after.
CREATE TABLE packed_log (
  story TEXT NOT NULL,
  -- The versions of the first and of the last event of a row; what is large lies in as many chunks as it takes.
  first INTEGER NOT NULL,
  chunk INTEGER NOT NULL,
  last INTEGER NOT NULL,
  -- The hash of the last of them, in the story's chain.
  hash TEXT NOT NULL,
  -- SHA-256 of all of the above and of the chunks together.
  digest TEXT NOT NULL,
  events TEXT NOT NULL,
  PRIMARY KEY (story, first, chunk)
) STRICT, WITHOUT ROWID;
