// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.Allowance;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.DeadLetter;
import io.botflow.bridge.store.Ended;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.Journal;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.NewEntry;
import io.botflow.bridge.store.Notes;
import io.botflow.bridge.store.Pacing;
import io.botflow.bridge.store.PollCursor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.annotation.Nullable;
import javax.sql.DataSource;

/**
 * A store in an SQL database.
 *
 * <pre>{@code
 * try (JdbcStore store = JdbcStore.sqlite(Path.of("bridge.db"))) { … }
 *
 * try (JdbcStore store = JdbcStore.postgres(pool)) { … }
 * }</pre>
 *
 * <p>An SQLite file belongs to one process at a time; a PostgreSQL database is shared by as many
 * instances as there are. Safe for concurrent use.
 */
public final class JdbcStore implements BridgeStore {
  private final Transactions transactions;
  private final Dialect dialect;
  private final Lanes lanes;
  private final Entries entries = new Entries();
  private final Links links = new Links();
  private final Values values = new Values();
  private final Notes notes;
  private final Pacing pacing;
  private final Journal journal;
  private final Runnable afterClose;

  JdbcStore(Transactions transactions, Dialect dialect, Runnable afterClose) {
    this.transactions = transactions;
    this.dialect = dialect;
    this.lanes = new Lanes(dialect);
    this.notes = new JdbcNotes(transactions, dialect);
    this.pacing = new JdbcPacing(transactions, dialect);
    this.journal = new JdbcJournal(transactions, dialect, links);
    this.afterClose = afterClose;
  }

  /**
   * Opens a store in an SQLite file whose changes survive a loss of power.
   *
   * @param path the file; it is made if it does not exist, its directory is not
   * @return the open store
   * @throws io.botflow.bridge.store.StoreUnavailableException when another process uses the file,
   *     it is not a store of a version that this release knows, or it cannot be written
   */
  public static JdbcStore sqlite(Path path) {
    return sqliteBuilder(path).build();
  }

  /**
   * Prepares a store in an SQLite file.
   *
   * @param path the file; it is made if it does not exist, its directory is not
   * @return the builder
   */
  public static SqliteStoreBuilder sqliteBuilder(Path path) {
    return new SqliteStoreBuilder(path);
  }

  /**
   * Opens a store in PostgreSQL, in the schema {@code botflow}, and makes its tables if they are
   * not there.
   *
   * @param source the pool of connections, which stays the host's: it must give connections outside
   *     of any transaction, and is not closed with the store
   * @return the open store
   * @throws io.botflow.bridge.store.StoreUnavailableException when the database cannot be reached,
   *     its tables are not of a version that this release knows, or its user lacks a right
   */
  public static JdbcStore postgres(DataSource source) {
    return postgresBuilder(source).build();
  }

  /**
   * Prepares a store in PostgreSQL.
   *
   * @param source the pool of connections, which stays the host's: it must give connections outside
   *     of any transaction, and is not closed with the store
   * @return the builder
   */
  public static PostgresStoreBuilder postgresBuilder(DataSource source) {
    return new PostgresStoreBuilder(source);
  }

  @Override
  public List<Boolean> accept(List<NewEntry> entries, @Nullable PollCursor cursor) {
    List<NewEntry> inOrder = List.copyOf(entries);
    return transactions.write(
        inOrder.stream().map(NewEntry::lane).min(Comparator.naturalOrder()).orElse(""),
        session -> {
          if (cursor != null) {
            values.putCursor(session, cursor);
          }
          return append(session, inOrder, dialect.now(session));
        });
  }

  @Override
  public Optional<String> cursor(String source) {
    return transactions.read(session -> values.cursor(session, source));
  }

  @Override
  public List<ClaimedLane> claim(
      String owner, int maxLanes, Allowance allowance, int maxEntries, Duration lease) {
    Objects.requireNonNull(owner, "owner");
    if (maxEntries < 1) {
      throw new IllegalArgumentException("maxEntries must be at least 1, was " + maxEntries);
    }
    long leaseMillis = millis(lease);
    return transactions.writeAlone(
        session -> {
          long now = dialect.now(session);
          List<ClaimedLane> claims = new ArrayList<>();
          Map<String, Integer> claimed = new HashMap<>();
          Allowance room = target -> allowance.lanes(target) - claimed.getOrDefault(target, 0);
          boolean more = true;
          while (more && claims.size() < maxLanes) {
            List<Lanes.Due> due = lanes.due(session, maxLanes - claims.size(), room, now);
            more = !due.isEmpty();
            for (Lanes.Due lane : due) {
              List<Entry> head = entries.head(session, lane.id(), maxEntries, links, now);
              if (head.isEmpty()) {
                lanes.giveUp(session, lane.id(), now);
              } else {
                claims.add(lanes.claim(session, lane, head, owner, now, leaseMillis));
                claimed.merge(lane.target(), 1, Integer::sum);
              }
            }
          }
          return claims;
        });
  }

  @Override
  public Optional<Duration> untilDue(Allowance allowance) {
    return transactions.read(
        session -> {
          long now = dialect.now(session);
          return lanes
              .next(session, allowance)
              .map(next -> Duration.ofMillis(Math.max(0, next - now)));
        });
  }

  @Override
  public boolean renew(ClaimedLane lane, Duration lease) {
    long leaseMillis = millis(lease);
    return transactions.writeClaim(
        lane.lane(),
        whileHeld(
            lane,
            (session, now) -> {
              lanes.renew(session, lane.lane(), now + leaseMillis);
              return true;
            }));
  }

  @Override
  public boolean record(ClaimedLane lane, Entry entry, Link link) {
    Objects.requireNonNull(link, "link");
    return transactions.write(
        lane.lane(),
        whileHeld(
            lane,
            (session, now) -> {
              links.put(session, entry.sequence(), entry.route(), link, now);
              return true;
            }));
  }

  @Override
  public boolean complete(ClaimedLane lane, List<Ended> ended) {
    List<Ended> inOrder = List.copyOf(ended);
    return transactions.write(
        lane.lane(),
        whileHeld(
            lane,
            (session, now) -> {
              // One alone is asked by the change itself.
              if (inOrder.size() > 1 && !entries.allWait(session, inOrder)) {
                return false;
              }
              for (Ended each : inOrder) {
                if (!end(session, each, now)) {
                  return false;
                }
              }
              return true;
            }));
  }

  private boolean end(Session session, Ended ended, long now) throws SQLException {
    Entry entry = ended.entry();
    if (!entries.end(session, entry, ended.completion(), now)) {
      return false;
    }
    for (Link link : ended.completion().links()) {
      links.put(session, entry.sequence(), entry.route(), link, now);
    }
    append(session, ended.completion().followUps(), now);
    return true;
  }

  @Override
  public boolean postpone(ClaimedLane lane, Entry entry, Duration delay, String reason) {
    Objects.requireNonNull(reason, "reason");
    long delayMillis = Math.max(0, delay.toMillis());
    return transactions.write(
        lane.lane(),
        whileHeld(
            lane,
            (session, now) -> {
              if (!entries.countAttempt(session, entry, reason, now)) {
                return false;
              }
              lanes.giveUp(session, lane.lane(), now + delayMillis);
              return true;
            }));
  }

  @Override
  public void awaitMore(ClaimedLane lane, Duration longest) {
    long seen = lane.entries().get(lane.entries().size() - 1).sequence();
    long longestMillis = Math.max(0, longest.toMillis());
    transactions.writeClaim(
        lane.lane(),
        whileHeld(
            lane,
            (session, now) -> {
              lanes.awaitMore(session, lane.lane(), seen, now, now + longestMillis);
              return true;
            }));
  }

  @Override
  public void rest(ClaimedLane lane, Duration delay) {
    long delayMillis = Math.max(0, delay.toMillis());
    transactions.writeClaim(
        lane.lane(),
        whileHeld(
            lane,
            (session, now) -> {
              lanes.giveUp(session, lane.lane(), now + delayMillis);
              return true;
            }));
  }

  @Override
  public List<Link> linksByMessengerId(String route, String userId, String messengerId) {
    return transactions.read(session -> links.byMessengerId(session, route, userId, messengerId));
  }

  @Override
  public List<Link> linksByGenesysId(String route, String genesysId) {
    return transactions.read(session -> links.byGenesysId(session, route, genesysId));
  }

  @Override
  public long waiting() {
    return transactions.read(entries::waiting);
  }

  @Override
  public List<DeadLetter> deadLetters(int max) {
    return transactions.read(session -> entries.dead(session, max, dialect.now(session)));
  }

  @Override
  public List<DeadLetter> deadLetters(String route, int max) {
    Objects.requireNonNull(route, "route");
    return transactions.read(session -> entries.dead(session, route, max, dialect.now(session)));
  }

  @Override
  public boolean replay(long sequence) {
    return transactions.writeApart(
        session -> {
          long now = dialect.now(session);
          Optional<Entries.Place> lane = entries.replay(session, sequence, now);
          if (lane.isPresent()) {
            lanes.wake(session, lane.get().lane(), lane.get().target(), now);
          }
          return lane.isPresent();
        });
  }

  @Override
  public String shared(String name, String candidate) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(candidate, "candidate");
    Optional<String> stored = transactions.read(session -> values.shared(session, name));
    return stored.orElseGet(
        () -> transactions.write(name, session -> values.offer(session, name, candidate)));
  }

  @Override
  public Notes notes() {
    return notes;
  }

  @Override
  public Pacing pacing() {
    return pacing;
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public void close() {
    transactions.close();
    afterClose.run();
  }

  private List<Boolean> append(Session session, List<NewEntry> newEntries, long now)
      throws SQLException {
    List<Boolean> isNew = new ArrayList<>(newEntries.size());
    // In order, so that two transactions that wake the same lanes cannot block each other for good.
    TreeMap<String, String> toWake = new TreeMap<>();
    for (NewEntry entry : newEntries) {
      boolean inserted = entries.insert(session, entry, now);
      if (inserted) {
        toWake.put(entry.lane(), entry.target());
      }
      isNew.add(inserted);
    }
    for (Map.Entry<String, String> lane : toWake.entrySet()) {
      lanes.wake(session, lane.getKey(), lane.getValue(), now);
    }
    return isNew;
  }

  private Work<Boolean> whileHeld(ClaimedLane claim, Change change) {
    return session -> {
      long now = dialect.now(session);
      return lanes.isHeld(session, claim, now) && change.apply(session, now);
    };
  }

  private static long millis(Duration lease) {
    if (lease.toMillis() < 1) {
      throw new IllegalArgumentException("lease must be at least a millisecond, was " + lease);
    }
    return lease.toMillis();
  }

  /** A change of a lane that its worker holds. */
  private interface Change {
    boolean apply(Session session, long now) throws SQLException;
  }
}
