// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/** The statements that take entries away, with everything that belongs to them. */
final class Removal {
  static final String OVER =
      """
      SELECT seq, lane FROM entry
      WHERE state <> 'WAITING' AND state <> 'DEAD' AND ended_at < ?
      ORDER BY ended_at LIMIT ?""";

  static final String WAITING_OF_LANE =
      """
      SELECT seq FROM entry WHERE lane = ? AND state = 'WAITING' AND seq > ?
      ORDER BY seq LIMIT ?""";

  static final String ENDED_OF_LANE =
      """
      SELECT seq FROM entry WHERE lane = ? AND state <> 'WAITING' AND seq > ?
      ORDER BY seq LIMIT ?""";

  static final String LINKS = "DELETE FROM link WHERE entry = ?";

  static final String FAILURES = "DELETE FROM failure WHERE entry = ?";

  static final String ENTRY = "DELETE FROM entry WHERE seq = ?";

  static final String END_CLAIM = "UPDATE lane SET owner = NULL, token = token + 1 WHERE id = ?";

  private static final String NOTHING_THERE =
      """
      NOT EXISTS (SELECT 1 FROM entry WHERE entry.lane = lane.id AND state = 'WAITING')
        AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.lane = lane.id AND state <> 'WAITING')""";

  // Whoever adds an entry wakes its lane afterwards, and makes it anew if it is gone.
  static final String EMPTY_LANE = "DELETE FROM lane WHERE id = ? AND " + NOTHING_THERE;

  /** A lane in which nothing waits; one that someone holds is not idle, whatever is in it. */
  static final String IDLE_LANE =
      "DELETE FROM lane WHERE id IN (SELECT id FROM lane WHERE id = ? AND visible_at IS NULL AND "
          + NOTHING_THERE
          + "%s)";

  private static final int ERASED_AT_ONCE = 500;

  private final Transactions transactions;
  private final String over;
  private final String idleLane;

  Removal(Transactions transactions, Dialect dialect) {
    this.transactions = transactions;
    // What another instance clears right now is as good as gone.
    this.over = OVER + dialect.lockingFreeRows();
    this.idleLane = IDLE_LANE.formatted(dialect.lockingFreeRows());
  }

  private record Over(long sequence, String lane) {}

  /** Removes entries that ended before a time, the oldest first, and the lanes they leave empty. */
  int clear(Session session, long endedBefore, int max) throws SQLException {
    List<Over> ended =
        session.list(over, row -> new Over(row.getLong(1), row.getString(2)), endedBefore, max);
    TreeSet<String> lanes = new TreeSet<>();
    ended.forEach(entry -> lanes.add(entry.lane()));
    remove(session, ended.stream().map(Over::sequence).toList());
    session.updateAll(idleLane, lanes);
    return ended.size();
  }

  /**
   * Removes a lane with everything in it, in steps that each stay short. Between them the lane is
   * as any other: should it never come to the last one, what is left in it is carried.
   */
  int erase(String lane) {
    int removed = erase(WAITING_OF_LANE, lane, true) + erase(ENDED_OF_LANE, lane, false);
    transactions.writeApart(session -> session.update(EMPTY_LANE, lane));
    return removed;
  }

  private int erase(String which, String lane, boolean endClaim) {
    int removed = 0;
    List<Long> step;
    long after = 0;
    do {
      long last = after;
      step =
          transactions.writeApart(
              session -> {
                if (endClaim) {
                  // First: so a worker that completes an entry of it has done so, or can no longer.
                  session.update(END_CLAIM, lane);
                }
                List<Long> entries =
                    session.list(which, row -> row.getLong(1), lane, last, ERASED_AT_ONCE);
                remove(session, entries);
                return entries;
              });
      removed += step.size();
      after = step.isEmpty() ? after : step.get(step.size() - 1);
    } while (step.size() == ERASED_AT_ONCE);
    return removed;
  }

  private static void remove(Session session, List<Long> sequences) throws SQLException {
    session.updateAll(LINKS, sequences);
    session.updateAll(FAILURES, sequences);
    session.updateAll(ENTRY, sequences);
  }
}
