// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.NewEntry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How entries are laid into lanes and recognised again; lanes and keys never meet across routes or
 * directions.
 */
public final class LaneKeys {
  private LaneKeys() {}

  /** Which way the files of a message go; each way has lanes of its own. */
  public enum Way {
    /** From a customer. */
    IN,
    /** To a customer. */
    OUT;

    private String of(String id) {
      return name().toLowerCase(Locale.ROOT) + "|" + id;
    }
  }

  /**
   * The lane of one customer.
   *
   * @param kind what it carries
   * @param route the route's id
   * @param userId the customer's id at the messenger
   * @return the lane's name
   */
  public static String lane(EntryKind kind, String route, String userId) {
    return target(kind, route) + "|" + userId;
  }

  /**
   * All lanes in which something of a customer may be, whatever its kind.
   *
   * @param route the route's id
   * @param userId the customer's id at the messenger
   * @return the lanes' names
   */
  public static List<String> customerLanes(String route, String userId) {
    return Stream.of(EntryKind.values())
        .flatMap(
            kind ->
                kind == EntryKind.FETCH
                    ? Stream.of(Way.values())
                        .map(way -> way.of(userId))
                        .map(owner -> lane(kind, route, owner))
                    : Stream.of(lane(kind, route, userId)))
        .toList();
  }

  /**
   * Where the lanes of a route lead.
   *
   * @param kind what they carry
   * @param route the route's id
   * @return the target, as the store knows it
   */
  public static String target(EntryKind kind, String route) {
    return kind + "|" + route;
  }

  /**
   * An entry in the lane of one customer.
   *
   * @param kind what it is; each kind has lanes of its own
   * @param route the route's id
   * @param userId the customer's id at the messenger
   * @param key what makes it recognisable within kind and route
   * @param payload the content
   * @return the entry
   */
  public static NewEntry entry(
      EntryKind kind, String route, String userId, String key, String payload) {
    String target = target(kind, route);
    return new NewEntry(
        lane(kind, route, userId), target, kind, route, target + "|" + key, payload);
  }

  /**
   * An entry that keeps its place among those of another kind.
   *
   * @param kind what it is
   * @param among whose lane it shares
   * @param route the route's id
   * @param userId the customer's id at the messenger
   * @param key what makes it recognisable within kind and route
   * @param payload the content
   * @return the entry
   */
  public static NewEntry entryAmong(
      EntryKind kind, EntryKind among, String route, String userId, String key, String payload) {
    NewEntry own = entry(kind, route, userId, key, payload);
    NewEntry neighbour = entry(among, route, userId, key, payload);
    return new NewEntry(
        neighbour.lane(), neighbour.target(), kind, route, own.dedupeKey(), payload);
  }

  /**
   * An entry for the files of a message.
   *
   * @param way which way the message goes
   * @param route the route's id
   * @param userId the customer's id at the messenger
   * @param messageId what makes the message recognisable within way and route
   * @param payload the content
   * @return the entry
   */
  public static NewEntry fetch(
      Way way, String route, String userId, String messageId, String payload) {
    return entry(EntryKind.FETCH, route, way.of(userId), way.of(messageId), payload);
  }

  /**
   * An entry that nobody can read: it becomes a dead letter at once, and holds no customer up.
   *
   * @param kind what it is
   * @param route the route's id
   * @param key what makes it recognisable within kind and route
   * @param payload the content as it came
   * @return the entry
   */
  public static NewEntry unreadable(EntryKind kind, String route, String key, String payload) {
    return entry(kind, route, " unreadable", " unreadable|" + key, payload);
  }
}
