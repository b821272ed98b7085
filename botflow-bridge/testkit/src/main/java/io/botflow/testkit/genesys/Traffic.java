// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners about each hop; a listener that fails is logged and disturbs nobody. */
final class Traffic {
  static final String GENESYS = "genesys";

  private static final Logger log = LoggerFactory.getLogger(Traffic.class);

  private final Clock clock;
  private final List<Consumer<TrafficEvent>> listeners = new CopyOnWriteArrayList<>();

  Traffic(Clock clock) {
    this.clock = clock;
  }

  void listen(Consumer<TrafficEvent> listener) {
    listeners.add(listener);
  }

  void report(
      TrafficEvent.Kind kind,
      String from,
      String to,
      @Nullable String conversationId,
      @Nullable String messageId,
      int status,
      String note) {
    TrafficEvent event =
        new TrafficEvent(clock.instant(), kind, from, to, conversationId, messageId, status, note);
    for (Consumer<TrafficEvent> listener : listeners) {
      try {
        listener.accept(event);
      } catch (RuntimeException e) {
        log.warn("A traffic listener failed on {}", kind, e);
      }
    }
  }
}
