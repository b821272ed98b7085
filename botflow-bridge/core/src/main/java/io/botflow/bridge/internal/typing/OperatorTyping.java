// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.typing;

import io.botflow.bridge.internal.turn.Wordless;
import io.botflow.bridge.route.Route;
import io.botflow.connector.message.Peer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows customers that an operator is typing. Messengers take the sign back after a few seconds, so
 * it is repeated for as long as Genesys Cloud said, or until the message comes. Thread-safe.
 */
public final class OperatorTyping {
  private static final Logger log = LoggerFactory.getLogger(OperatorTyping.class);
  // The duration in the documentation's example, for an event that has none.
  private static final Duration USUAL = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Map<Peer, Long> ends = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer;
  private final Executor executor;

  /**
   * Makes the sign.
   *
   * @param timer tells when to repeat it
   * @param executor calls the messengers
   */
  public OperatorTyping(ScheduledExecutorService timer, Executor executor) {
    this.timer = timer;
    this.executor = executor;
  }

  /**
   * An operator types.
   *
   * @param route the customer's route
   * @param userId the customer
   * @param millis for how long the sign holds; null or senseless for the usual time
   */
  public void started(Route route, String userId, @Nullable Long millis) {
    Duration every = route.adapter().capabilities().typingEvery();
    if (every == null) {
      return;
    }
    Duration wanted = millis == null || millis <= 0 ? USUAL : Duration.ofMillis(millis);
    long nanos = Math.min(wanted.toNanos(), LONGEST.toNanos());
    Peer customer = route.peer(userId);
    Long before = ends.put(customer, System.nanoTime() + nanos);
    if (before == null) {
      show(route, customer, every);
    } else if (isOver(before)) {
      // Its timer has not noticed yet, and goes on.
      execute(route, customer);
    }
  }

  /**
   * The operator's message is here.
   *
   * @param customer who gets it
   */
  public void stopped(Peer customer) {
    ends.computeIfPresent(customer, (key, end) -> System.nanoTime());
  }

  /** One run of it for each customer, until the end that was last set. */
  private void show(Route route, Peer customer, Duration every) {
    boolean over = ends.computeIfPresent(customer, (key, end) -> isOver(end) ? null : end) == null;
    if (over || !execute(route, customer)) {
      return;
    }
    try {
      Future<?> unused =
          timer.schedule(
              () -> show(route, customer, every), every.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The bridge is closing.
      ends.remove(customer);
    }
  }

  private static boolean isOver(long end) {
    return end - System.nanoTime() <= 0;
  }

  private boolean execute(Route route, Peer customer) {
    try {
      executor.execute(() -> call(route, customer));
      return true;
    } catch (RejectedExecutionException e) {
      ends.remove(customer);
      return false;
    }
  }

  private static void call(Route route, Peer customer) {
    try {
      route.adapter().showTyping(customer);
    } catch (RuntimeException e) {
      log.debug(
          "{} does not show that an operator types", route.adapter().messenger(), Wordless.of(e));
    }
  }
}
