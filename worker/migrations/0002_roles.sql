-- What a token lets its editor do: `editor` records; `publisher` records, takes events down and manages editors.
ALTER TABLE tokens ADD COLUMN role TEXT NOT NULL DEFAULT 'editor' CHECK (role IN ('editor', 'publisher'));

-- From when on a token is good no more, in UTC with milliseconds, so that instants compare as texts; NULL where it has no end.
ALTER TABLE tokens ADD COLUMN expires_at TEXT CHECK (expires_at LIKE '____-__-__T__:__:__.___Z');
