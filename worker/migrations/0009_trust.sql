-- Who took an event in from another deployment's log; NULL where it was recorded here.
ALTER TABLE events ADD COLUMN imported_by TEXT;

CREATE TRIGGER events_keep_their_importer BEFORE UPDATE ON events WHEN NEW.imported_by IS NOT OLD.imported_by
BEGIN
  SELECT RAISE(ABORT, 'riposte: events are never changed');
END;

-- The takedowns of a story: what was erased is looked up among them.
CREATE INDEX events_takedowns ON events (story, version) WHERE type = 'EventTakenDown';

-- Nothing is erased but what an event of the same story, recorded later, says that it takes down.
CREATE TRIGGER events_are_erased_by_takedowns BEFORE UPDATE ON events
WHEN OLD.body IS NOT NULL AND NEW.body IS NULL AND NOT EXISTS (
  SELECT 1 FROM events AS takedown, json_each(takedown.body, '$.data.erased') AS erased
  WHERE takedown.story = OLD.story AND takedown.type = 'EventTakenDown' AND takedown.version > OLD.version
  AND erased.value = OLD.version
)
BEGIN
  SELECT RAISE(ABORT, 'riposte: events are erased by a takedown alone');
END;

-- What a request was answered with besides goes where anything of its story is taken down, since it may name that.
CREATE TRIGGER remarks_are_erased_by_takedowns BEFORE UPDATE ON events
WHEN OLD.request_remarks IS NOT NULL AND NEW.request_remarks IS NULL AND NOT EXISTS (
  SELECT 1 FROM events AS takedown WHERE takedown.story = OLD.story AND takedown.type = 'EventTakenDown'
)
BEGIN
  SELECT RAISE(ABORT, 'riposte: events are erased by a takedown alone');
END;

-- The digest of a request goes with an event that the request brought.
CREATE TRIGGER digests_are_erased_by_takedowns BEFORE UPDATE ON events
WHEN OLD.request_digest IS NOT NULL AND NEW.request_digest IS NULL AND NOT EXISTS (
  SELECT 1 FROM events AS erased
  WHERE erased.story = OLD.story AND erased.body IS NULL
  AND erased.version >= OLD.version AND erased.version < OLD.version + OLD.request_events
)
BEGIN
  SELECT RAISE(ABORT, 'riposte: events are erased by a takedown alone');
END;
