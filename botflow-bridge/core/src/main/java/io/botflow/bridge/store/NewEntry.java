// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.util.Objects;

/**
 * Something to carry, before the store has numbered it.
 *
 * @param lane the lane it belongs to; opaque to the store
 * @param target where the lane leads; the same for all entries of a lane, opaque to the store
 * @param kind what it is
 * @param route the route it travels, an integration's id
 * @param dedupeKey the key by which a repeat is recognised; unique over all entries
 * @param payload the content; opaque to the store
 */
public record NewEntry(
    String lane, String target, EntryKind kind, String route, String dedupeKey, String payload) {
  /** {@inheritDoc} */
  public NewEntry {
    Objects.requireNonNull(lane, "lane");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(route, "route");
    Objects.requireNonNull(dedupeKey, "dedupeKey");
    Objects.requireNonNull(payload, "payload");
  }

  NewEntry withoutPayload() {
    return new NewEntry(lane, target, kind, route, dedupeKey, "");
  }

  /** Shows kind and route: lane, key and payload may be personal. */
  @Override
  public String toString() {
    return "NewEntry[" + kind + ", route " + route + "]";
  }
}
