-- Where an event stands in story order is derived from the log, and can be derived again: of a log of the first edition it is, when it is
-- next written to. All else of an event stays as it is, but for what a takedown erases.
DROP TRIGGER events_are_not_changed;

-- The warnings and notes that a request with a key was answered with, as JSON: with the key they are answered again.
ALTER TABLE events ADD COLUMN request_remarks TEXT;

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
WHEN (NEW.body IS NOT OLD.body AND NEW.body IS NOT NULL)
OR (NEW.salt IS NOT OLD.salt AND NEW.salt IS NOT NULL)
OR (NEW.request_digest IS NOT OLD.request_digest AND NEW.request_digest IS NOT NULL)
OR (NEW.request_remarks IS NOT OLD.request_remarks AND NEW.request_remarks IS NOT NULL)
OR NEW.position IS NOT OLD.position
OR NEW.story IS NOT OLD.story
OR NEW.version IS NOT OLD.version
OR NEW.type IS NOT OLD.type
OR NEW.schema IS NOT OLD.schema
OR NEW.occurred_at IS NOT OLD.occurred_at
OR NEW.precision IS NOT OLD.precision
OR NEW.recorded_at IS NOT OLD.recorded_at
OR NEW.recorded_by IS NOT OLD.recorded_by
OR NEW.commitment IS NOT OLD.commitment
OR NEW.hash IS NOT OLD.hash
OR NEW.request_key IS NOT OLD.request_key
OR NEW.request_events IS NOT OLD.request_events
BEGIN
  SELECT RAISE(ABORT, 'riposte: events are never changed');
END;
