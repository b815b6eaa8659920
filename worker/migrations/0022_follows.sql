-- The hash of the event that an event was sealed after. Where it is told, D1 takes the event after that one alone: whatever was known of the
-- log when it was judged, a log that was restored since, and went on to the same version, is another.
ALTER TABLE events ADD COLUMN follows TEXT;

DROP TRIGGER events_take_the_next_version;

CREATE TRIGGER events_take_the_next_version BEFORE INSERT ON events
WHEN NOT EXISTS (
  SELECT 1 FROM (SELECT version, hash FROM events WHERE story = NEW.story ORDER BY version DESC LIMIT 1)
  WHERE version = NEW.version - 1 AND hash = coalesce(NEW.follows, hash)
)
AND NOT (NEW.version = 1 AND NOT EXISTS (SELECT 1 FROM events WHERE story = NEW.story))
BEGIN
  SELECT RAISE(ABORT, 'riposte: version taken or skipped');
END;

CREATE TRIGGER events_keep_what_they_follow BEFORE UPDATE ON events
WHEN NEW.follows IS NOT OLD.follows
BEGIN
  SELECT RAISE(ABORT, 'riposte: events are never changed');
END;

-- The log itself holds what this did.
DROP TRIGGER writes_follow_their_head;
