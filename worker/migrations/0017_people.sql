-- Who is in which story, and what each did there: what a person's page over all stories is read from. Made from the log, behind it.
CREATE TABLE people (
  story TEXT NOT NULL,
  party TEXT NOT NULL,
  -- What is told of the party in that story, in each language: JSON.
  told TEXT NOT NULL,
  -- What `told` was made of: where it is the same, nothing is written.
  made_of TEXT NOT NULL,
  PRIMARY KEY (story, party)
) STRICT, WITHOUT ROWID;

-- The names that a party has over all stories: one for each address that it is known by elsewhere.
CREATE TABLE people_ids (
  id TEXT NOT NULL,
  story TEXT NOT NULL,
  party TEXT NOT NULL,
  PRIMARY KEY (id, story, party)
) STRICT, WITHOUT ROWID;

CREATE INDEX people_ids_by_party ON people_ids (story, party);

-- The position up to which the log was looked at.
CREATE TABLE people_progress (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  position INTEGER NOT NULL
) STRICT;
