-- What was typed at the desk and is not recorded yet. Drafts are no events: they are changed, handed on, and erased a month after the last change.
CREATE TABLE drafts (
  id TEXT NOT NULL UNIQUE,
  story TEXT NOT NULL,
  -- Editors by their names, as tokens have them.
  owner TEXT NOT NULL,
  handed_to TEXT,
  shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)),
  state TEXT NOT NULL DEFAULT 'draft'
    CHECK (state IN ('draft', 'submitted', 'scheduled', 'recording', 'recorded', 'refused', 'erased')),
  -- What was typed, as JSON: the line, the fields of forms, the events that they come to. Nothing once it is recorded, or a takedown erased it.
  content TEXT,
  -- What lists show of it, as JSON.
  gist TEXT NOT NULL DEFAULT '{}',
  -- When it is to be recorded, and at which version of the story alone, where the editor asked for that.
  due_at TEXT CHECK (due_at LIKE '____-__-__T__:__:__.___Z'),
  expected_version INTEGER,
  -- In whose name it is recorded, and by which of the tokens: one of its own, which ends with it.
  recorder TEXT,
  permit TEXT,
  -- At which version it was recorded.
  version INTEGER,
  -- Why it came back, as JSON, and who did what with it.
  reason TEXT,
  trail TEXT NOT NULL DEFAULT '[]',
  -- The Idempotency-Key of its posting, made with it: whoever records it, and however often, it is recorded once.
  key TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;

CREATE INDEX drafts_by_owner ON drafts (owner);

CREATE INDEX drafts_by_receiver ON drafts (handed_to) WHERE handed_to IS NOT NULL;

CREATE INDEX drafts_by_recorder ON drafts (recorder) WHERE recorder IS NOT NULL;

CREATE INDEX drafts_by_state ON drafts (state);

CREATE INDEX drafts_shared ON drafts (shared) WHERE shared = 1;
