-- What each story's log has come to, a row a part: a part that an event does not touch is neither read nor written for it. What is large
-- is compressed, and lies in as many chunks as it takes. A convenience: it can be emptied at any time.
DROP TABLE snapshots;

CREATE TABLE parts (
  story TEXT NOT NULL,
  part TEXT NOT NULL,
  chunk INTEGER NOT NULL,
  -- The version of the story when it was written, and the hash of that event.
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,
  -- The code that made it.
  revision TEXT NOT NULL,
  -- SHA-256 of all of the above and of the state's chunks together.
  digest TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (story, part, chunk)
) STRICT, WITHOUT ROWID;

-- The parts as they stood at earlier versions, kept every few hundred events, and after what changed the midst of a story.
CREATE TABLE past_parts (
  story TEXT NOT NULL,
  kept_at INTEGER NOT NULL,
  part TEXT NOT NULL,
  chunk INTEGER NOT NULL,
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,
  revision TEXT NOT NULL,
  digest TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (story, kept_at, part, chunk)
) STRICT, WITHOUT ROWID;

-- What a list tells of a story, written with each append; NULL until the story is next written to or listed.
ALTER TABLE stories ADD COLUMN version INTEGER;
ALTER TABLE stories ADD COLUMN title TEXT;
ALTER TABLE stories ADD COLUMN language TEXT;
ALTER TABLE stories ADD COLUMN stage TEXT;
-- JSON: a headline for each language.
ALTER TABLE stories ADD COLUMN headlines TEXT;
ALTER TABLE stories ADD COLUMN revision TEXT;
-- How many bytes all its events' bodies have, where that is known: what a reading of the whole log is bounded by.
ALTER TABLE stories ADD COLUMN bytes INTEGER;
-- JSON: the versions of the states that were kept after changes in the midst, the oldest first.
ALTER TABLE stories ADD COLUMN kept TEXT NOT NULL DEFAULT '[]';
