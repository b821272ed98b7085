-- Version 1 of the store's schema. It differs from SQLite's in the type of entry.seq, and in how
-- early the rows that change often are cleaned up.
-- Times are milliseconds since 1970 by the database's clock.

-- A customer on a route in one direction. visible_at: when the lane may be claimed next, so the end
-- of the lease while someone has claimed it; without a value nothing waits. owner: who has claimed
-- it, without a value nobody. token: counts the claims.
CREATE TABLE lane (
  id TEXT NOT NULL PRIMARY KEY,
  visible_at BIGINT,
  owner TEXT,
  token BIGINT NOT NULL
);

CREATE INDEX lane_visible ON lane (visible_at) WHERE visible_at IS NOT NULL;

-- A thing to carry. The payload is blanked when the entry ends, except in dead letters.
CREATE TABLE entry (
  seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  lane TEXT NOT NULL,
  kind TEXT NOT NULL,
  route TEXT NOT NULL,
  dedupe_key TEXT NOT NULL UNIQUE,
  payload TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  accepted_at BIGINT NOT NULL,
  ended_at BIGINT,
  detail TEXT
);

CREATE INDEX entry_waiting ON entry (lane, seq) WHERE state = 'WAITING';

CREATE INDEX entry_dead ON entry (seq) WHERE state = 'DEAD';

-- One message on both sides: a part of an entry that is done.
CREATE TABLE link (
  entry BIGINT NOT NULL,
  part INTEGER NOT NULL,
  route TEXT NOT NULL,
  user_id TEXT NOT NULL,
  messenger_id TEXT NOT NULL,
  genesys_id TEXT NOT NULL,
  conversation_id TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (entry, part)
);

CREATE INDEX link_messenger ON link (route, user_id, messenger_id);

CREATE INDEX link_genesys ON link (route, genesys_id);

CREATE TABLE poll_cursor (
  source TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE shared_value (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

ALTER TABLE lane SET (
  autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

ALTER TABLE entry SET (
  autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
