-- The pictures that were uploaded. Their bytes stand in R2, by the same hash.
CREATE TABLE media (
  -- SHA-256 of what is served, in hexadecimal.
  image TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  uploaded_at TEXT NOT NULL,
  uploaded_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which events of which stories show a picture. An import may bring events before their pictures.
CREATE TABLE media_uses (
  story TEXT NOT NULL,
  version INTEGER NOT NULL,
  image TEXT NOT NULL,
  PRIMARY KEY (story, version, image)
) STRICT, WITHOUT ROWID;

CREATE INDEX media_uses_by_image ON media_uses (image);

-- What became of the pictures of events that were taken down: erased, or kept, since other events show them. It cannot be uploaded again.
CREATE TABLE media_takedowns (
  story TEXT NOT NULL,
  -- Of the event that tells of the takedown.
  version INTEGER NOT NULL,
  image TEXT NOT NULL,
  erased INTEGER NOT NULL,
  -- When its bytes were gone from R2.
  purged_at TEXT,
  PRIMARY KEY (story, version, image)
) STRICT, WITHOUT ROWID;

CREATE INDEX media_takedowns_by_image ON media_takedowns (image) WHERE erased = 1;

CREATE INDEX media_takedowns_to_purge ON media_takedowns (image) WHERE erased = 1 AND purged_at IS NULL;
