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
      "SELECT seq FROM entry WHERE lane = ? AND state = 'WAITING'";

  static final String ENDED_OF_LANE = "SELECT seq FROM entry WHERE lane = ? AND state <> 'WAITING'";

  private static final String LINKS = "DELETE FROM link WHERE entry = ?";

  private static final String FAILURES = "DELETE FROM failure WHERE entry = ?";

  private static final String ENTRY = "DELETE FROM entry WHERE seq = ?";

  private static final String LANE = "DELETE FROM lane WHERE id = ?";

  // A lane in which nothing waits. Whoever adds an entry wakes its lane afterwards, and makes it
  // anew if it is gone.
  private static final String IDLE_LANE =
      """
      DELETE FROM lane WHERE id = ? AND visible_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.lane = lane.id AND state = 'WAITING')
        AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.lane = lane.id AND state <> 'WAITING')""";

  private record Over(long sequence, String lane) {}

  /** Removes entries that ended before a time, the oldest first, and the lanes they leave empty. */
  int clear(Session session, long endedBefore, int max) throws SQLException {
    List<Over> over =
        session.list(OVER, row -> new Over(row.getLong(1), row.getString(2)), endedBefore, max);
    TreeSet<String> lanes = new TreeSet<>();
    for (Over entry : over) {
      remove(session, entry.sequence());
      lanes.add(entry.lane());
    }
    for (String lane : lanes) {
      session.update(IDLE_LANE, lane);
    }
    return over.size();
  }

  /** Removes a lane with everything in it. */
  int erase(Session session, String lane) throws SQLException {
    // The lane first: so a worker that completes an entry of it has done so, or can no longer.
    session.update(LANE, lane);
    List<Long> entries = session.list(WAITING_OF_LANE, row -> row.getLong(1), lane);
    List<Long> ended = session.list(ENDED_OF_LANE, row -> row.getLong(1), lane);
    for (long sequence : entries) {
      remove(session, sequence);
    }
    for (long sequence : ended) {
      remove(session, sequence);
    }
    return entries.size() + ended.size();
  }

  private static void remove(Session session, long sequence) throws SQLException {
    session.update(LINKS, sequence);
    session.update(FAILURES, sequence);
    session.update(ENTRY, sequence);
  }
}
