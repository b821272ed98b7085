// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.NewEntry;

/**
 * How entries are laid into lanes and recognised again; lanes and keys never meet across routes or
 * directions.
 */
public final class LaneKeys {
  private LaneKeys() {}

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
