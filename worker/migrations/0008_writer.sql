-- What a transaction hangs on besides what it writes: who inserts a row here gets it only if it holds true, and no row is kept.
CREATE VIEW write_guards AS SELECT NULL AS token, NULL AS editor, NULL AS story, NULL AS version, NULL AS hash WHERE 0;

-- Whose token was revoked, or has expired by the clock of D1, writes nothing.
CREATE TRIGGER writes_want_a_good_token INSTEAD OF INSERT ON write_guards
WHEN NEW.token IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM tokens WHERE hash = NEW.token AND editor = coalesce(NEW.editor, editor) AND revoked_at IS NULL
  AND (expires_at IS NULL OR expires_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
)
BEGIN
  SELECT RAISE(ABORT, 'riposte: token refused');
END;

-- What is written after an event that is not there, or is another, was judged by another log.
CREATE TRIGGER writes_follow_their_head INSTEAD OF INSERT ON write_guards
WHEN NEW.version > 0 AND NOT EXISTS (SELECT 1 FROM events WHERE story = NEW.story AND version = NEW.version AND hash = NEW.hash)
BEGIN
  SELECT RAISE(ABORT, 'riposte: version taken or skipped');
END;
