-- The hash of a story's first event: what feeds name the story by, whatever host it is read from and wherever it is moved.
ALTER TABLE stories ADD COLUMN first_hash TEXT;

UPDATE stories SET first_hash = (SELECT hash FROM events WHERE events.story = stories.slug AND events.version = 1);
