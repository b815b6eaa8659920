-- A session at the desk is a token, kept in a cookie, and so is the link that somebody signs in by, once. The CHECK of a role cannot be altered:
-- the table is made anew.
CREATE TABLE tokens_anew (
  -- SHA-256 of the token: it is not kept.
  hash TEXT PRIMARY KEY,
  editor TEXT NOT NULL,
  -- `contributor` drafts and submits, `editor` records, `publisher` also takes down, imports and manages people.
  role TEXT NOT NULL DEFAULT 'editor' CHECK (role IN ('contributor', 'editor', 'publisher')),
  kind TEXT NOT NULL DEFAULT 'token' CHECK (kind IN ('token', 'session', 'link')),
  added_at TEXT NOT NULL,
  expires_at TEXT CHECK (expires_at LIKE '____-__-__T__:__:__.___Z'),
  -- A link that was used is revoked by that.
  revoked_at TEXT,
  -- Of a session: when its editor signed in, in which browser, and the hash of what they signed in by. With that it is revoked.
  signed_in_at TEXT CHECK (signed_in_at LIKE '____-__-__T__:__:__.___Z'),
  label TEXT,
  signed_in_by TEXT
) STRICT, WITHOUT ROWID;

INSERT INTO tokens_anew (hash, editor, role, added_at, expires_at, revoked_at)
SELECT hash, editor, role, added_at, expires_at, revoked_at FROM tokens;

-- It names the table, and stands in the way of its renaming.
DROP TRIGGER writes_want_a_good_token;

DROP TABLE tokens;

ALTER TABLE tokens_anew RENAME TO tokens;

-- Whose token was revoked, or has expired by the clock of D1, writes nothing, nor does a link, nor, under a name, a contributor.
CREATE TRIGGER writes_want_a_good_token INSTEAD OF INSERT ON write_guards
WHEN NEW.token IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM tokens WHERE hash = NEW.token AND kind <> 'link' AND editor = coalesce(NEW.editor, editor)
  AND (NEW.editor IS NULL OR role <> 'contributor') AND revoked_at IS NULL
  AND (expires_at IS NULL OR expires_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
)
BEGIN
  SELECT RAISE(ABORT, 'riposte: token refused');
END;
