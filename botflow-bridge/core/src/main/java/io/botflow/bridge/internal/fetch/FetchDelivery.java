// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.fetch;

import io.botflow.bridge.internal.deliver.MediaDepot;
import io.botflow.bridge.internal.lane.EntryHandler;
import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.internal.lane.Progress;
import io.botflow.bridge.internal.turn.Wordless;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.Entry;
import io.botflow.connector.message.MessageJson;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the files of a message ahead of the message's own turn, which may come when their links
 * have run out. Thread-safe.
 *
 * <p>What cannot be had is no outcome of its own: the message's own turn meets the same failure,
 * and is the one that tells. So an order always ends as delivered.
 */
public final class FetchDelivery implements EntryHandler {
  private static final Logger log = LoggerFactory.getLogger(FetchDelivery.class);

  private final Map<String, Route> routes;
  private final MediaDepot depot;
  private final Duration giveUpAfter;

  /**
   * Makes the fetcher.
   *
   * @param routes the routes by id
   * @param depot where files are kept
   * @param giveUpAfter how old an order may become
   */
  public FetchDelivery(Map<String, Route> routes, MediaDepot depot, Duration giveUpAfter) {
    this.routes = Map.copyOf(routes);
    this.depot = depot;
    this.giveUpAfter = giveUpAfter;
  }

  @Override
  public Outcome handle(Entry entry, Progress progress) {
    Route route = routes.get(entry.route());
    FetchOrder order = order(entry);
    if (route == null || order == null) {
      return done();
    }
    String missing = null;
    for (FetchOrder.File file : order.files()) {
      try {
        depot.fetch(file.media(), file.key(), route.adapter());
      } catch (IOException e) {
        if (MediaDepot.isFinal(e)) {
          log.info("{} leaves a file to its message's turn: {}", entry, e.getMessage());
        } else {
          missing = e.getMessage();
        }
      } catch (RuntimeException e) {
        log.warn(
            "{} leaves a file to its message's turn, after a failure nobody foresaw",
            entry,
            Wordless.of(e));
      }
    }
    return missing == null || entry.age().compareTo(giveUpAfter) >= 0
        ? done()
        : new Outcome.TryAgain("fetching media failed: " + missing, null);
  }

  private static @Nullable FetchOrder order(Entry entry) {
    try {
      return MessageJson.read(entry.payload(), FetchOrder.class);
    } catch (IllegalArgumentException e) {
      log.warn("{} is unreadable, its files are fetched in their message's turn", entry);
      return null;
    }
  }

  private static Outcome done() {
    return Outcome.delivered(List.of(), List.of());
  }
}
