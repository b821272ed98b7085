// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.accept;

import io.botflow.bridge.internal.turn.Wordless;
import io.botflow.bridge.internal.typing.CustomerTyping;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.PollCursor;
import io.botflow.bridge.store.StoreUnavailableException;
import io.botflow.connector.messenger.Polled;
import io.botflow.connector.messenger.PollingAdapter;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls one messenger account: updates and cursor are stored together before the next poll confirms
 * them.
 */
public final class MessengerPoll implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MessengerPoll.class);
  private static final Duration WAIT = Duration.ofSeconds(25);
  private static final Duration WATCH = Duration.ofSeconds(2);

  private final Route route;
  private final PollingAdapter adapter;
  private final Intake intake;
  private final CustomerTyping typing;
  private final PollTurn turn;
  private final MessageTimes times;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  /**
   * Prepares polling.
   *
   * @param route whose messages are fetched
   * @param adapter the route's adapter
   * @param intake where the messages go
   * @param typing tells that customers type
   * @param turn says whose turn it is, of all instances that poll this account
   * @param times tells messages of one second apart
   */
  public MessengerPoll(
      Route route,
      PollingAdapter adapter,
      Intake intake,
      CustomerTyping typing,
      PollTurn turn,
      MessageTimes times) {
    this.typing = typing;
    this.turn = turn;
    this.times = times;
    this.route = route;
    this.adapter = adapter;
    this.intake = intake;
    this.thread = new Thread(this::poll, "botflow-poll-" + adapter.messenger());
    this.thread.setDaemon(true);
  }

  /** Starts polling. */
  public void start() {
    thread.start();
  }

  /** Stops polling; a poll under way is given up, and its updates come again. */
  @Override
  public void close() {
    stopping.countDown();
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    endTurn();
  }

  private void poll() {
    String source = adapter.messenger() + ":" + adapter.account();
    PollFailures failures = new PollFailures();
    while (stopping.getCount() > 0) {
      try {
        if (turn.isOurs()) {
          pollOnce(source);
          failures.over();
        } else {
          await(WATCH);
        }
      } catch (IOException | StoreUnavailableException e) {
        if (stopping.getCount() > 0) {
          log.warn("polling {} failed: {}", source, e.getMessage());
          rest(failures, e);
        }
      } catch (RuntimeException | Error e) {
        log.error("polling {} met an unforeseen failure", source, Wordless.of(e));
        rest(failures, e);
      }
    }
  }

  private void pollOnce(String source) throws IOException {
    String cursor = intake.cursor(source).orElse(null);
    Polled polled = adapter.poll(cursor, WAIT);
    polled.ignored().forEach(reason -> intake.ignore(route.id(), reason));
    String next = polled.cursor();
    intake.accept(
        MessengerWebhook.items(route, polled.updates(), typing, times),
        next == null || next.equals(cursor) ? null : new PollCursor(source, next));
  }

  /** Rests; without the turn, when another instance may reach the messenger better. */
  private void rest(PollFailures failures, Throwable failure) {
    Duration rest = failures.rest(failure);
    if (failures.isForOthers()) {
      endTurn();
    }
    await(rest);
  }

  private void endTurn() {
    try {
      turn.end();
    } catch (StoreUnavailableException e) {
      log.warn("other instances may wait before they poll {}: {}", route.id(), e.getMessage());
    }
  }

  private void await(Duration time) {
    try {
      stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // Only close() interrupts, and it has counted down already.
      Thread.currentThread().interrupt();
    }
  }
}
