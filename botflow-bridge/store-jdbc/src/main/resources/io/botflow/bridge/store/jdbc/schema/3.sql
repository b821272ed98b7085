-- Version 3: lanes know where they lead, what has ended can be looked up and cleared, and instances
-- share permits.

ALTER TABLE lane ADD COLUMN target TEXT NOT NULL DEFAULT '';

UPDATE lane SET target = COALESCE(
  (SELECT CASE kind WHEN 'OWN_MESSAGE' THEN 'OUTBOUND' WHEN 'HAND_OVER' THEN 'INBOUND' ELSE kind END
      || '|' || route
    FROM entry WHERE entry.lane = lane.id AND entry.state = 'WAITING' ORDER BY seq LIMIT 1), '')
WHERE visible_at IS NOT NULL;

UPDATE lane SET target = COALESCE(
  (SELECT CASE kind WHEN 'OWN_MESSAGE' THEN 'OUTBOUND' WHEN 'HAND_OVER' THEN 'INBOUND' ELSE kind END
      || '|' || route
    FROM entry WHERE entry.lane = lane.id AND entry.state = 'DEAD' ORDER BY seq LIMIT 1), '')
WHERE target = '' AND id IN (SELECT lane FROM entry WHERE state = 'DEAD');

DROP INDEX lane_visible;

CREATE INDEX lane_due ON lane (target, visible_at) WHERE visible_at IS NOT NULL;

CREATE INDEX entry_ended ON entry (lane, seq) WHERE state <> 'WAITING';

CREATE INDEX entry_over ON entry (ended_at) WHERE state <> 'WAITING' AND state <> 'DEAD';

DROP INDEX link_messenger;

DROP INDEX link_genesys;

-- The ids come first, since people who look for a message know no more of it.
CREATE INDEX link_messenger ON link (messenger_id, user_id, route);

CREATE INDEX link_genesys ON link (genesys_id, route);

CREATE INDEX link_conversation ON link (conversation_id) WHERE conversation_id IS NOT NULL;

-- The failed attempts of an entry: the first ones, and the last one.
CREATE TABLE failure (
  entry BIGINT NOT NULL,
  number INTEGER NOT NULL,
  at BIGINT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (entry, number)
);

-- Until when the permits that were handed out last at their average rate, in microseconds.
CREATE TABLE pacing (
  name TEXT NOT NULL PRIMARY KEY,
  due_at BIGINT NOT NULL
);
