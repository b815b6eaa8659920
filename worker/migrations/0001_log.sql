-- The log: append-only, every event of every story. D1 itself keeps the promise.
CREATE TABLE events (
  -- The place among all events, given by SQLite: the highest so far and one more.
  position INTEGER PRIMARY KEY CHECK (position > 0),
  story TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  type TEXT NOT NULL,
  schema INTEGER NOT NULL,
  occurred_at TEXT NOT NULL,
  precision TEXT NOT NULL,
  -- When it happened, as a text that sorts; NULL for corrections and retractions, which have no place in story order.
  place TEXT,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  -- RFC 8785 JSON of { data, sources? }, and the salt of the commitment to it: both, or neither.
  body TEXT,
  salt TEXT,
  commitment TEXT NOT NULL,
  -- The event's hash in the story's chain.
  hash TEXT NOT NULL,
  -- On the first event of a request that had an Idempotency-Key: the key, the request's digest, and how many events it appended.
  request_key TEXT,
  request_digest TEXT,
  request_events INTEGER,
  UNIQUE (story, version),
  CHECK ((body IS NULL) = (salt IS NULL))
) STRICT;

CREATE INDEX events_in_story_order ON events (story, place, version) WHERE place IS NOT NULL;

CREATE INDEX events_by_request ON events (recorded_by, request_key) WHERE request_key IS NOT NULL;

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN
  SELECT RAISE(ABORT, 'riposte: events are never changed');
END;

CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN
  SELECT RAISE(ABORT, 'riposte: events are never deleted');
END;

-- Before an insert, an unset position reads as -1. INSERT OR REPLACE reaches no DELETE trigger: these three stand in its way.
CREATE TRIGGER events_take_the_next_position BEFORE INSERT ON events WHEN NEW.position <> -1
BEGIN
  SELECT RAISE(ABORT, 'riposte: positions are given by the log');
END;

CREATE TRIGGER events_take_the_next_version BEFORE INSERT ON events
WHEN NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM events WHERE story = NEW.story)
BEGIN
  SELECT RAISE(ABORT, 'riposte: version taken or skipped');
END;

CREATE TRIGGER events_take_a_key_once BEFORE INSERT ON events
WHEN NEW.request_key IS NOT NULL
AND EXISTS (SELECT 1 FROM events WHERE recorded_by = NEW.recorded_by AND request_key = NEW.request_key)
BEGIN
  SELECT RAISE(ABORT, 'riposte: request key taken');
END;

-- Which stories there are, and when each was last written to.
CREATE TABLE stories (
  slug TEXT PRIMARY KEY,
  active_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX stories_by_activity ON stories (active_at, slug);

-- A convenience: what each story's log has come to. It can be emptied at any time.
CREATE TABLE snapshots (
  story TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  -- JSON: a member for the story and each projection, { revision, state }.
  state TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The tokens of editors: SHA-256 alone is kept.
CREATE TABLE tokens (
  hash TEXT PRIMARY KEY,
  editor TEXT NOT NULL,
  added_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT, WITHOUT ROWID;
