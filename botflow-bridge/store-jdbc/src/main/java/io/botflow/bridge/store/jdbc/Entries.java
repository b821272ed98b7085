// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.DeadLetter;
import io.botflow.bridge.store.Ended;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.JournalRecord;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.NewEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements about entries. The states stand in the text, or the partial indexes rest. */
final class Entries {
  static final String INSERT =
      """
      INSERT INTO entry (lane, kind, route, dedupe_key, payload, state, attempts, accepted_at)
      VALUES (?, ?, ?, ?, ?, 'WAITING', 0, ?) ON CONFLICT (dedupe_key) DO NOTHING""";

  static final String HEAD =
      """
      SELECT seq, lane, kind, route, payload, attempts, accepted_at,
        EXISTS (SELECT 1 FROM link WHERE link.entry = entry.seq) AS begun
      FROM entry WHERE lane = ? AND state = 'WAITING' ORDER BY seq LIMIT ?""";

  static final String WAITS =
      "SELECT 1 FROM entry WHERE seq = ? AND lane = ? AND state = 'WAITING'";

  static final String END =
      """
      UPDATE entry SET state = ?, detail = ?, ended_at = ?, payload = ''
      WHERE seq = ? AND lane = ? AND state = 'WAITING'""";

  static final String END_DEAD =
      """
      UPDATE entry SET state = 'DEAD', detail = ?, ended_at = ?
      WHERE seq = ? AND lane = ? AND state = 'WAITING'""";

  static final String COUNT_ATTEMPT =
      """
      UPDATE entry SET attempts = attempts + 1, detail = ?
      WHERE seq = ? AND lane = ? AND state = 'WAITING'""";

  static final String KEEP_FAILURE =
      """
      INSERT INTO failure (entry, number, at, reason)
      SELECT ?, CASE WHEN COUNT(*) > ? THEN COUNT(*) ELSE COUNT(*) + 1 END, ?, ?
      FROM failure WHERE entry = ?
      ON CONFLICT (entry, number) DO UPDATE SET at = excluded.at, reason = excluded.reason""";

  static final String COUNT_WAITING = "SELECT COUNT(*) FROM entry WHERE state = 'WAITING'";

  static final String DEAD =
      """
      SELECT seq, kind, route, attempts, accepted_at, detail FROM entry
      WHERE state = 'DEAD' ORDER BY seq LIMIT ?""";

  static final String DEAD_OF_ROUTE =
      """
      SELECT seq, kind, route, attempts, accepted_at, detail FROM entry
      WHERE state = 'DEAD' AND route = ? ORDER BY seq LIMIT ?""";

  static final String LANE_OF_DEAD =
      """
      SELECT lane.id, lane.target FROM entry JOIN lane ON lane.id = entry.lane
      WHERE entry.seq = ? AND entry.state = 'DEAD'""";

  static final String REPLAY =
      """
      UPDATE entry SET state = 'WAITING', attempts = 0, accepted_at = ?, ended_at = NULL
      WHERE seq = ? AND state = 'DEAD'""";

  static final String LATEST = "SELECT accepted_at FROM entry ORDER BY seq DESC LIMIT 1";

  /** A lane, and where it leads. */
  record Place(String lane, String target) {}

  /** Appends an entry: false when its key is known already. */
  boolean insert(Session session, NewEntry entry, long now) throws SQLException {
    int inserted =
        session.update(
            INSERT,
            entry.lane(),
            entry.kind().name(),
            entry.route(),
            entry.dedupeKey(),
            entry.payload(),
            now);
    return inserted == 1;
  }

  /** The waiting entries at the head of a lane, with the parts that are done already. */
  List<Entry> head(Session session, String lane, int max, Links links, long now)
      throws SQLException {
    List<Waiting> head = session.list(HEAD, row -> waiting(row, Map.of(), now), lane, max);
    if (head.stream().anyMatch(Waiting::begun)) {
      // Seldom: a worker went away, or failed, half way through an entry of several parts.
      Map<Long, List<Link>> done = links.ofHead(session, lane, max);
      head = session.list(HEAD, row -> waiting(row, done, now), lane, max);
    }
    return head.stream().map(Waiting::entry).toList();
  }

  boolean allWait(Session session, List<Ended> ended) throws SQLException {
    for (Ended each : ended) {
      Entry entry = each.entry();
      if (session.first(WAITS, row -> true, entry.sequence(), entry.lane()).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Moves a waiting entry to its final state: false when it does not wait. */
  boolean end(Session session, Entry entry, Completion completion, long now) throws SQLException {
    if (completion.state() == EntryState.DEAD) {
      return 1
          == session.update(END_DEAD, completion.detail(), now, entry.sequence(), entry.lane());
    }
    return 1
        == session.update(
            END,
            completion.state().name(),
            completion.detail(),
            now,
            entry.sequence(),
            entry.lane());
  }

  /** Counts a failed attempt of a waiting entry: false when it does not wait. */
  boolean countAttempt(Session session, Entry entry, String reason, long now) throws SQLException {
    if (session.update(COUNT_ATTEMPT, reason, entry.sequence(), entry.lane()) != 1) {
      return false;
    }
    long sequence = entry.sequence();
    session.update(KEEP_FAILURE, sequence, JournalRecord.KEPT_FAILURES, now, reason, sequence);
    return true;
  }

  long waiting(Session session) throws SQLException {
    return session.first(COUNT_WAITING, row -> row.getLong(1)).orElse(0L);
  }

  List<DeadLetter> dead(Session session, int max, long now) throws SQLException {
    return session.list(DEAD, row -> deadLetter(row, now), max);
  }

  List<DeadLetter> dead(Session session, String route, int max, long now) throws SQLException {
    return session.list(DEAD_OF_ROUTE, row -> deadLetter(row, now), route, max);
  }

  private static DeadLetter deadLetter(ResultSet row, long now) throws SQLException {
    return new DeadLetter(
        row.getLong("seq"),
        EntryKind.valueOf(row.getString("kind")),
        row.getString("route"),
        row.getInt("attempts"),
        age(row, now),
        row.getString("detail"));
  }

  /**
   * Lets a dead letter wait again and names its lane; empty when there is no such dead letter. One
   * without a lane stays as it is, since nobody would find it there.
   */
  Optional<Place> replay(Session session, long sequence, long now) throws SQLException {
    Optional<Place> lane =
        session.first(LANE_OF_DEAD, row -> new Place(row.getString(1), row.getString(2)), sequence);
    return lane.isPresent() && session.update(REPLAY, now, sequence) == 1 ? lane : Optional.empty();
  }

  /** When the youngest entry was accepted; zero when there is none. */
  static long latest(Session session) throws SQLException {
    return session.first(LATEST, row -> row.getLong(1)).orElse(0L);
  }

  /** A waiting entry, and whether some of its parts are done already. */
  private record Waiting(Entry entry, boolean begun) {}

  private static Waiting waiting(ResultSet row, Map<Long, List<Link>> done, long now)
      throws SQLException {
    return new Waiting(entry(row, done, now), row.getBoolean("begun"));
  }

  private static Entry entry(ResultSet row, Map<Long, List<Link>> done, long now)
      throws SQLException {
    long sequence = row.getLong("seq");
    return new Entry(
        sequence,
        row.getString("lane"),
        EntryKind.valueOf(row.getString("kind")),
        row.getString("route"),
        row.getString("payload"),
        row.getInt("attempts"),
        age(row, now),
        done.getOrDefault(sequence, List.of()));
  }

  /** Never negative, though a database's clock may be set back. */
  private static Duration age(ResultSet row, long now) throws SQLException {
    return Duration.ofMillis(Math.max(0, now - row.getLong("accepted_at")));
  }
}
