// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.ClaimedLane;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The statements about lanes.
 *
 * <p>Whoever looks whether a lane still has entries locks the lane first, and whoever adds an entry
 * wakes the lane afterwards: so the one sees the other, and no wake-up is lost.
 */
final class Lanes {
  static final String WAKE =
      """
      INSERT INTO lane (id, visible_at, token) VALUES (?, ?, 0)
      ON CONFLICT (id) DO UPDATE SET visible_at = excluded.visible_at
      WHERE lane.visible_at IS NULL""";

  static final String DUE =
      "SELECT id, token FROM lane WHERE visible_at <= ? ORDER BY visible_at LIMIT ?";

  static final String CLAIM =
      "UPDATE lane SET owner = ?, visible_at = ?, token = token + 1 WHERE id = ?";

  static final String HELD =
      "SELECT 1 FROM lane WHERE id = ? AND token = ? AND owner IS NOT NULL AND visible_at > ?";

  static final String RENEW = "UPDATE lane SET visible_at = ? WHERE id = ?";

  static final String GIVE_UP =
      """
      UPDATE lane SET owner = NULL, visible_at = CASE WHEN EXISTS
        (SELECT 1 FROM entry WHERE entry.lane = lane.id AND entry.state = 'WAITING') THEN ? ELSE NULL END
      WHERE id = ?""";

  static final String GIVE_ALL_UP =
      "UPDATE lane SET owner = NULL, visible_at = ? WHERE visible_at IS NOT NULL AND owner IS NOT NULL";

  static final String NEXT =
      """
      SELECT visible_at FROM lane WHERE visible_at IS NOT NULL AND EXISTS
        (SELECT 1 FROM entry WHERE entry.lane = lane.id AND entry.state = 'WAITING')
      ORDER BY visible_at LIMIT 1""";

  private final String due;
  private final String held;

  Lanes(Dialect dialect) {
    due = DUE + dialect.lockingFreeRows();
    held = HELD + dialect.lockingRows();
  }

  /** A lane that may be claimed. */
  record Due(String id, long token) {}

  /** Makes a lane due that has nothing to do; others keep their time. */
  void wake(Session session, String id, long now) throws SQLException {
    session.update(WAKE, id, now);
  }

  /** Locks the lanes that wait longest. */
  List<Due> due(Session session, int max, long now) throws SQLException {
    return session.list(due, row -> new Due(row.getString(1), row.getLong(2)), now, max);
  }

  /** Hands a due lane to its next owner. */
  void claim(Session session, Due lane, String owner, long until) throws SQLException {
    session.update(CLAIM, owner, until, lane.id());
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

  /** Ends all claims. */
  void giveAllUp(Session session, long now) throws SQLException {
    session.update(GIVE_ALL_UP, now);
  }

  /** When the next lane with waiting entries can be claimed. */
  Optional<Long> next(Session session) throws SQLException {
    return session.first(NEXT, row -> row.getLong(1));
  }
}
