// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.lane.EntryHandler;
import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.internal.lane.Payload;
import io.botflow.bridge.internal.lane.Progress;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.NewEntry;
import io.botflow.connector.message.Message;
import java.util.List;
import java.util.Map;

/**
 * Carries to the messenger what Genesys Cloud knows nothing of: what a bot said that the bridge
 * asks, and the bridge's own notices. Thread-safe.
 */
public final class OwnMessageDelivery implements EntryHandler {
  private final Map<String, Route> routes;
  private final PartDelivery parts;

  /**
   * Makes the carrier.
   *
   * @param routes the routes by id
   * @param parts brings the parts
   */
  public OwnMessageDelivery(Map<String, Route> routes, PartDelivery parts) {
    this.routes = Map.copyOf(routes);
    this.parts = parts;
  }

  @Override
  public Outcome handle(Entry entry, Progress progress) {
    Route route = routes.get(entry.route());
    if (route == null) {
      return Outcome.dead("there is no route for integration " + entry.route());
    }
    return Payload.read(
        entry,
        Message.class,
        message ->
            parts.carry(
                new Shipment(
                    route,
                    entry,
                    progress,
                    message.peer(),
                    message.id(),
                    null,
                    (code, detail) -> List.of()),
                message.parts(),
                List.of()));
  }

  @Override
  public List<NewEntry> gaveUp(Entry entry, String reason) {
    parts.forget(entry);
    return List.of();
  }
}
