-- Version 2: what the bot endpoint remembers.

-- A text that others may change meanwhile: version grows with each change. After expires_at it is
-- as if it had never been.
CREATE TABLE note (
  name TEXT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  text TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE INDEX note_expiry ON note (expires_at);
