// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Ids;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Files of customers that the platform has fetched, until they expire. Thread-safe. */
final class CachedMedia {
  record Item(
      String id,
      URI url,
      URI downloadUrl,
      String mime,
      int size,
      Instant created,
      Instant expires) {}

  private final List<Item> items = new CopyOnWriteArrayList<>();
  private final Clock clock;
  private final Duration lifetime;

  CachedMedia(Clock clock, Duration lifetime) {
    this.clock = clock;
    this.lifetime = lifetime;
  }

  void add(URI url, URI downloadUrl, String mime, int size) {
    Instant now = clock.instant();
    items.add(new Item(Ids.uuid(), url, downloadUrl, mime, size, now, now.plus(lifetime)));
  }

  List<Item> items() {
    Instant now = clock.instant();
    return items.stream().filter(item -> now.isBefore(item.expires())).toList();
  }

  boolean remove(String id) {
    return items.removeIf(item -> item.id().equals(id));
  }
}
