// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.Backlog;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.Journal;
import io.botflow.bridge.store.JournalRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.Nullable;

/** The journal of a store: its entries, ended or not, with their links and failed attempts. */
final class JdbcJournal implements Journal {
  static final String SELECT =
      """
      SELECT seq, lane, kind, route, dedupe_key, state, attempts, accepted_at, ended_at, detail
      FROM entry\s""";

  static final String FIND = SELECT + "WHERE seq = ?";

  static final String OF_MESSAGE =
      SELECT
          + """
          WHERE seq IN (SELECT entry FROM link WHERE messenger_id = ?
            UNION SELECT entry FROM link WHERE genesys_id = ?
            UNION SELECT entry FROM link WHERE conversation_id = ?)
          ORDER BY seq DESC LIMIT ?""";

  static final String WAITING_OF_LANE =
      SELECT + "WHERE lane = ? AND state = 'WAITING' ORDER BY seq DESC LIMIT ?";

  static final String ENDED_OF_LANE =
      SELECT + "WHERE lane = ? AND state <> 'WAITING' ORDER BY seq DESC LIMIT ?";

  // The conversations of the next entries of a lane, each with the last entry that it is from.
  private static final String CONVERSATIONS =
      """
      SELECT MAX(step.seq), link.conversation_id
      FROM (SELECT seq FROM entry WHERE lane = ? AND state %s 'WAITING' AND seq > ?
        ORDER BY seq LIMIT ?) AS step
      LEFT JOIN link ON link.entry = step.seq
      GROUP BY link.conversation_id""";

  static final String WAITING_CONVERSATIONS = CONVERSATIONS.formatted("=");

  static final String ENDED_CONVERSATIONS = CONVERSATIONS.formatted("<>");

  private static final int READ_AT_ONCE = 2000;

  static final String FAILURES = "SELECT at, reason FROM failure WHERE entry = ? ORDER BY number";

  static final String PAYLOAD =
      "SELECT payload FROM entry WHERE seq = ? AND state IN ('WAITING', 'DEAD')";

  static final String BACKLOG =
      """
      SELECT lane.target, COUNT(*), SUM(waiting.entries), MIN(entry.accepted_at)
      FROM (SELECT lane, COUNT(*) AS entries, MIN(seq) AS first FROM entry
        WHERE state = 'WAITING' GROUP BY lane) AS waiting
      JOIN lane ON lane.id = waiting.lane
      JOIN entry ON entry.seq = waiting.first
      GROUP BY lane.target ORDER BY lane.target""";

  static final String DISCARD =
      """
      UPDATE entry SET state = 'DISCARDED', detail = ?, ended_at = ?, payload = ''
      WHERE seq = ? AND state = 'DEAD'""";

  private record InConversation(long sequence, @Nullable String conversation) {}

  private final Transactions transactions;
  private final Dialect dialect;
  private final Links links;
  private final Removal removal;

  JdbcJournal(Transactions transactions, Dialect dialect, Links links) {
    this.transactions = transactions;
    this.dialect = dialect;
    this.links = links;
    this.removal = new Removal(transactions, dialect);
  }

  @Override
  public Optional<JournalRecord> find(long sequence) {
    return transactions.read(session -> records(session, FIND, sequence).stream().findFirst());
  }

  @Override
  public List<JournalRecord> ofMessage(String id, int max) {
    Objects.requireNonNull(id, "id");
    return transactions.read(session -> records(session, OF_MESSAGE, id, id, id, max));
  }

  @Override
  public List<JournalRecord> ofLanes(Collection<String> lanes, int max) {
    TreeSet<String> inOrder = new TreeSet<>(lanes);
    return transactions.read(
        session -> {
          List<JournalRecord> found = new ArrayList<>();
          for (String lane : inOrder) {
            found.addAll(records(session, WAITING_OF_LANE, lane, max));
            found.addAll(records(session, ENDED_OF_LANE, lane, max));
          }
          return found.stream()
              .sorted(Comparator.comparingLong(JournalRecord::sequence).reversed())
              .limit(max)
              .toList();
        });
  }

  @Override
  public Set<String> conversations(Collection<String> lanes) {
    Set<String> found = new TreeSet<>();
    for (String lane : new TreeSet<>(lanes)) {
      addConversations(found, WAITING_CONVERSATIONS, lane);
      addConversations(found, ENDED_CONVERSATIONS, lane);
    }
    return found;
  }

  /** Reads in steps, so that none takes long. */
  private void addConversations(Set<String> found, String sql, String lane) {
    long after = 0;
    List<InConversation> step;
    do {
      long last = after;
      step =
          transactions.read(
              session ->
                  session.list(
                      sql,
                      row -> new InConversation(row.getLong(1), row.getString(2)),
                      lane,
                      last,
                      READ_AT_ONCE));
      for (InConversation each : step) {
        after = Math.max(after, each.sequence());
        if (each.conversation() != null) {
          found.add(each.conversation());
        }
      }
    } while (!step.isEmpty());
  }

  @Override
  public Optional<String> payload(long sequence) {
    return transactions.read(session -> session.first(PAYLOAD, row -> row.getString(1), sequence));
  }

  @Override
  public List<Backlog> backlog() {
    return transactions.read(
        session -> {
          long now = dialect.now(session);
          return session.list(
              BACKLOG,
              row ->
                  new Backlog(
                      row.getString(1),
                      row.getInt(2),
                      row.getLong(3),
                      Duration.ofMillis(Math.max(0, now - row.getLong(4)))));
        });
  }

  @Override
  public boolean discard(long sequence, String reason) {
    Objects.requireNonNull(reason, "reason");
    return transactions.writeApart(
        session -> session.update(DISCARD, reason, dialect.now(session), sequence) == 1);
  }

  @Override
  public int clear(Duration age, int max) {
    long millis = age.toMillis();
    return transactions.writeApart(
        session -> removal.clear(session, dialect.now(session) - millis, max));
  }

  @Override
  public int erase(Collection<String> lanes) {
    int removed = 0;
    for (String lane : new TreeSet<>(lanes)) {
      removed += removal.erase(lane);
    }
    return removed;
  }

  private List<JournalRecord> records(Session session, String sql, @Nullable Object... values)
      throws SQLException {
    List<JournalRecord> found = new ArrayList<>();
    for (JournalRecord bare : session.list(sql, JdbcJournal::record, values)) {
      found.add(
          new JournalRecord(
              bare.sequence(),
              bare.lane(),
              bare.kind(),
              bare.route(),
              bare.dedupeKey(),
              bare.state(),
              bare.attempts(),
              bare.acceptedAt(),
              bare.endedAt(),
              bare.detail(),
              session.list(FAILURES, JdbcJournal::failure, bare.sequence()),
              links.ofEntry(session, bare.sequence())));
    }
    return found;
  }

  private static JournalRecord record(ResultSet row) throws SQLException {
    long ended = row.getLong("ended_at");
    Instant endedAt = row.wasNull() ? null : Instant.ofEpochMilli(ended);
    return new JournalRecord(
        row.getLong("seq"),
        row.getString("lane"),
        EntryKind.valueOf(row.getString("kind")),
        row.getString("route"),
        row.getString("dedupe_key"),
        EntryState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("accepted_at")),
        endedAt,
        row.getString("detail"),
        List.of(),
        List.of());
  }

  private static JournalRecord.Failure failure(ResultSet row) throws SQLException {
    return new JournalRecord.Failure(
        Instant.ofEpochMilli(row.getLong("at")), row.getString("reason"));
  }
}
