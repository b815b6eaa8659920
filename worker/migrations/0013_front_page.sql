-- The front page as editors have set it. Each change is a row of its own: who set what stays known, and nobody overwrites what they have not seen.
CREATE TABLE front_page (
  revision INTEGER PRIMARY KEY,
  -- JSON: an array of { story, place?, section? }, in the order in which they stand.
  stories TEXT NOT NULL,
  -- JSON: of these, the slugs that lead or are pinned.
  placed TEXT NOT NULL,
  set_at TEXT NOT NULL,
  set_by TEXT NOT NULL
) STRICT;

-- As nobody has set it yet.
INSERT INTO front_page (revision, stories, placed, set_at, set_by) VALUES (1, '[]', '[]', '', '');

CREATE TRIGGER front_page_takes_the_next_revision BEFORE INSERT ON front_page
WHEN NEW.revision <> (SELECT max(revision) + 1 FROM front_page)
BEGIN
  SELECT RAISE(ABORT, 'riposte: version taken or skipped');
END;

-- What the front page shows of a story, as JSON, and the slugs of its parties, a space before and after each; NULL until the story is next
-- written to or listed.
ALTER TABLE stories ADD COLUMN card TEXT;
ALTER TABLE stories ADD COLUMN parties TEXT;
