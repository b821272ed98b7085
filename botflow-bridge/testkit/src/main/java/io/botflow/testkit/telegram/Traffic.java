// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import io.botflow.testkit.telegram.TelegramTraffic.Direction;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners of each hop; a listener that fails disturbs nobody. */
final class Traffic {
  private static final Logger log = LoggerFactory.getLogger(Traffic.class);

  private final Clock clock;
  private final List<Consumer<TelegramTraffic>> listeners = new CopyOnWriteArrayList<>();

  Traffic(Clock clock) {
    this.clock = clock;
  }

  void add(Consumer<TelegramTraffic> listener) {
    listeners.add(listener);
  }

  void fromCustomer(String kind, long chat, String id) {
    report(Direction.FROM_CUSTOMER, kind, Long.toString(chat), id, 0);
  }

  void toBot(PendingUpdate update, int status) {
    String chat = Long.toString(update.chat());
    report(Direction.TO_BOT, update.kind(), chat, Long.toString(update.id()), status);
  }

  void fromBot(String method, String chat, String id, int status) {
    report(Direction.FROM_BOT, method, chat, id, status);
  }

  void toCustomer(String method, long chat, long messageId) {
    report(Direction.TO_CUSTOMER, method, Long.toString(chat), Long.toString(messageId), 0);
  }

  private void report(Direction direction, String kind, String chat, String id, int status) {
    if (listeners.isEmpty()) {
      return;
    }
    TelegramTraffic hop = new TelegramTraffic(clock.instant(), direction, kind, chat, id, status);
    for (Consumer<TelegramTraffic> listener : listeners) {
      try {
        listener.accept(hop);
      } catch (RuntimeException e) {
        log.warn("a traffic listener failed on {} {}", direction, kind, e);
      }
    }
  }
}
