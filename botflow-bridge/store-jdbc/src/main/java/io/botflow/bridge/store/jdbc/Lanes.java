// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.Allowance;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Entry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The statements about lanes.
 *
 * <p>Whoever looks whether a lane still has entries locks the lane first, and whoever adds an entry
 * wakes the lane afterwards: so the one sees the other, and no wake-up is lost.
 */
final class Lanes {
  /** The owner of a lane whose rest the next entry ends; nobody's, so its token is nobody's too. */
  static final String AWAITS_MORE = "(awaits more)";

  static final String WAKE =
      """
      INSERT INTO lane (id, target, visible_at, token) VALUES (?, ?, ?, 0)
      ON CONFLICT (id) DO UPDATE
        SET visible_at = excluded.visible_at, target = excluded.target, owner = NULL
      WHERE lane.visible_at IS NULL OR lane.owner = '(awaits more)'""";

  static final String AWAIT_MORE =
      """
      UPDATE lane SET owner = ?, token = token + 1, visible_at = CASE WHEN EXISTS
        (SELECT 1 FROM entry WHERE entry.lane = lane.id AND entry.state = 'WAITING' AND seq > ?)
        THEN ? ELSE ? END
      WHERE id = ?""";

  // The targets with lanes that wait or rest, by one look into the index for each.
  static final String TARGETS =
      """
      WITH RECURSIVE known (target) AS (
        SELECT MIN(target) FROM lane WHERE visible_at IS NOT NULL
        UNION ALL
        SELECT (SELECT MIN(lane.target) FROM lane
          WHERE lane.visible_at IS NOT NULL AND lane.target > known.target)
        FROM known WHERE known.target IS NOT NULL)
      SELECT target FROM known WHERE target IS NOT NULL""";

  static final String DUE =
      """
      SELECT id, token, visible_at FROM lane WHERE target = ? AND visible_at <= ?
      ORDER BY visible_at LIMIT ?""";

  static final String CLAIM = "UPDATE lane SET owner = ?, visible_at = ?, token = ? WHERE id = ?";

  static final String HELD =
      "SELECT 1 FROM lane WHERE id = ? AND token = ? AND owner IS NOT NULL AND visible_at > ?";

  static final String RENEW = "UPDATE lane SET visible_at = ? WHERE id = ?";

  static final String GIVE_UP =
      """
      UPDATE lane SET owner = NULL, visible_at = CASE WHEN EXISTS
        (SELECT 1 FROM entry WHERE entry.lane = lane.id AND entry.state = 'WAITING')
        THEN CAST(? AS BIGINT) ELSE NULL END
      WHERE id = ?""";

  static final String GIVE_ALL_UP =
      "UPDATE lane SET owner = NULL, visible_at = ? WHERE visible_at IS NOT NULL AND owner IS NOT NULL";

  static final String NEXT =
      """
      SELECT visible_at FROM lane WHERE target = ? AND visible_at IS NOT NULL AND EXISTS
        (SELECT 1 FROM entry WHERE entry.lane = lane.id AND entry.state = 'WAITING')
      ORDER BY visible_at LIMIT 1""";

  private final String due;
  private final String held;

  Lanes(Dialect dialect) {
    due = DUE + dialect.lockingFreeRows();
    held = HELD + dialect.lockingRows();
  }

  /** A lane that may be claimed, with the token of its last claim. */
  record Due(String id, String target, long token, long visibleAt) {
    /**
     * The token of the next claim. It is never one that was given before, not even when the
     * database lost the last claims with its power: it is at least the time, which goes on.
     */
    long nextToken(long now) {
      return Math.max(token + 1, now);
    }
  }

  /** Makes a lane due that has nothing to do or awaits more; others keep their time. */
  void wake(Session session, String id, String target, long now) throws SQLException {
    session.update(WAKE, id, target, now);
  }

  /** The targets with lanes that wait or rest. */
  List<String> targets(Session session) throws SQLException {
    return session.list(TARGETS, row -> row.getString(1));
  }

  /** Locks the lanes that wait longest, of each target as many as there is room for. */
  List<Due> due(Session session, int max, Allowance room, long now) throws SQLException {
    List<Due> found = new ArrayList<>();
    for (String target : targets(session)) {
      int most = Math.min(max, room.lanes(target));
      if (most > 0) {
        found.addAll(
            session.list(
                due,
                row -> new Due(row.getString(1), target, row.getLong(2), row.getLong(3)),
                target,
                now,
                most));
      }
    }
    found.sort(Comparator.comparingLong(Due::visibleAt));
    return found.subList(0, Math.min(max, found.size()));
  }

  /** Hands a due lane to its next owner. */
  ClaimedLane claim(
      Session session, Due lane, List<Entry> head, String owner, long now, long leaseMillis)
      throws SQLException {
    long token = lane.nextToken(now);
    session.update(CLAIM, owner, now + leaseMillis, token, lane.id());
    return new ClaimedLane(lane.id(), lane.target(), token, head);
  }

  /** Locks a claimed lane: false when the claim is no longer the caller's. */
  boolean isHeld(Session session, ClaimedLane claim, long now) throws SQLException {
    return session.first(held, row -> row.getInt(1), claim.lane(), claim.token(), now).isPresent();
  }

  /** Prolongs the claim of a lane that is held. */
  void renew(Session session, String id, long until) throws SQLException {
    session.update(RENEW, until, id);
  }

  /** Ends the claim of a lane that is locked; it is due at the given time if entries wait. */
  void giveUp(Session session, String id, long visibleAt) throws SQLException {
    session.update(GIVE_UP, visibleAt, id);
  }

  /**
   * Ends the claim of a lane that is locked, until another entry comes: due now if one has come
   * behind those that were seen.
   */
  void awaitMore(Session session, String id, long seen, long now, long latest) throws SQLException {
    session.update(AWAIT_MORE, AWAITS_MORE, seen, now, latest, id);
  }

  /** Ends all claims. */
  void giveAllUp(Session session, long now) throws SQLException {
    session.update(GIVE_ALL_UP, now);
  }

  /** When the next lane with waiting entries can be claimed of the targets that count. */
  Optional<Long> next(Session session, Allowance allowance) throws SQLException {
    Optional<Long> earliest = Optional.empty();
    for (String target : targets(session)) {
      if (allowance.lanes(target) > 0) {
        Optional<Long> next = session.first(NEXT, row -> row.getLong(1), target);
        if (earliest.isEmpty() || (next.isPresent() && next.get() < earliest.get())) {
          earliest = next;
        }
      }
    }
    return earliest;
  }
}
