// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.event.BridgeListener;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** What a listener of the bridge heard, in order. */
final class Heard implements BridgeListener {
  private final List<BridgeEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public void onEvent(BridgeEvent event) {
    events.add(event);
  }

  <E extends BridgeEvent> List<E> all(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  <E extends BridgeEvent> E await(Class<E> type, Predicate<E> fits) {
    Until.holds(
        "an event " + type.getSimpleName() + " among " + events,
        () -> all(type).stream().anyMatch(fits));
    return all(type).stream().filter(fits).findFirst().orElseThrow();
  }

  <E extends BridgeEvent> E await(Class<E> type) {
    return await(type, event -> true);
  }

  BridgeEvent.Finished awaitFinished(EntryKind kind, EntryState state) {
    return await(
        BridgeEvent.Finished.class, event -> event.kind() == kind && event.state() == state);
  }
}
