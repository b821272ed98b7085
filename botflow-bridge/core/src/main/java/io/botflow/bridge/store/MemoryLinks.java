// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The links of the {@link InMemoryStore}, guarded by the store's lock. */
final class MemoryLinks {
  private static final Comparator<Stored> OLDEST_FIRST = Comparator.comparingLong(Stored::order);
  private static final Comparator<Stored> BY_PART =
      Comparator.comparingLong(Stored::sequence).thenComparingInt(stored -> stored.link().part());

  private final Map<Long, NavigableMap<Integer, Stored>> byEntry = new HashMap<>();
  private final Map<List<String>, Map<Place, Stored>> byId = new HashMap<>();
  private long lastOrder;

  void put(long sequence, String route, Link link) {
    Stored stored = new Stored(sequence, ++lastOrder, link);
    Place place = new Place(sequence, link.part());
    Stored replaced =
        byEntry.computeIfAbsent(sequence, key -> new TreeMap<>()).put(link.part(), stored);
    if (replaced != null) {
      removeAt(messengerKey(route, replaced.link()), place);
      removeAt(genesysKey(route, replaced.link()), place);
    }
    at(messengerKey(route, link)).put(place, stored);
    at(genesysKey(route, link)).put(place, stored);
  }

  void remove(long sequence, String route) {
    NavigableMap<Integer, Stored> parts = byEntry.remove(sequence);
    if (parts != null) {
      for (Stored stored : parts.values()) {
        Place place = new Place(sequence, stored.link().part());
        removeAt(messengerKey(route, stored.link()), place);
        removeAt(genesysKey(route, stored.link()), place);
      }
    }
  }

  /** Whether some part of an entry has an id. */
  boolean mentions(long sequence, String id) {
    return of(sequence).stream()
        .anyMatch(
            link ->
                link.messengerId().equals(id)
                    || link.genesysId().equals(id)
                    || id.equals(link.conversationId()));
  }

  List<Link> of(long sequence) {
    NavigableMap<Integer, Stored> parts = byEntry.get(sequence);
    return parts == null ? List.of() : parts.values().stream().map(Stored::link).toList();
  }

  List<Link> byMessengerId(String route, String userId, String messengerId) {
    return sorted(messengerKey(route, userId, messengerId), OLDEST_FIRST.reversed());
  }

  List<Link> byGenesysId(String route, String genesysId) {
    return sorted(genesysKey(route, genesysId), BY_PART);
  }

  private List<Link> sorted(List<String> key, Comparator<Stored> order) {
    Map<Place, Stored> found = byId.getOrDefault(key, Map.of());
    return found.values().stream().sorted(order).map(Stored::link).toList();
  }

  private void removeAt(List<String> key, Place place) {
    Map<Place, Stored> here = at(key);
    here.remove(place);
    if (here.isEmpty()) {
      byId.remove(key);
    }
  }

  private Map<Place, Stored> at(List<String> key) {
    return byId.computeIfAbsent(key, unused -> new HashMap<>());
  }

  private static List<String> messengerKey(String route, Link link) {
    return messengerKey(route, link.userId(), link.messengerId());
  }

  private static List<String> messengerKey(String route, String userId, String messengerId) {
    return List.of("messenger", route, userId, messengerId);
  }

  private static List<String> genesysKey(String route, Link link) {
    return genesysKey(route, link.genesysId());
  }

  private static List<String> genesysKey(String route, String genesysId) {
    return List.of("genesys", route, genesysId);
  }

  private record Stored(long sequence, long order, Link link) {}

  private record Place(long sequence, int part) {}
}
