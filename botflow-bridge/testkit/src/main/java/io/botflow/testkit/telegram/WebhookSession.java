// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.annotation.Nullable;

/**
 * The pushing of updates to one webhook, from its setting to its removal.
 *
 * <p>Each chat has a lane: its next update goes out only when the one before was taken or given up.
 * Lanes run beside each other up to the webhook's number of connections. A pressed button waits in
 * its chat's lane too; Telegram promises order per chat or per user and does not say which.
 */
final class WebhookSession implements Consumer<PendingUpdate> {
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

  private final Webhook webhook;
  private final Engine engine;
  private final Runnable onGone;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, Lane> lanes = new HashMap<>();
  private final Deque<Lane> ready = new ArrayDeque<>();
  private int inFlight;
  @Nullable private Instant firstGone;
  @Nullable private volatile LastError lastError;
  private volatile boolean stopped;

  /**
   * @param onGone called once when the webhook has answered 410 for too long
   */
  WebhookSession(Webhook webhook, Engine engine, Runnable onGone) {
    this.webhook = webhook;
    this.engine = engine;
    this.onGone = onGone;
  }

  Webhook webhook() {
    return webhook;
  }

  @Nullable
  LastError lastError() {
    return lastError;
  }

  /** Ends the session; what is in flight is neither confirmed nor repeated. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
    } finally {
      lock.unlock();
    }
  }

  /** Takes an update to push after all others of its chat. */
  @Override
  public void accept(PendingUpdate update) {
    lock.lock();
    try {
      Lane lane = lanes.get(update.chat());
      if (lane == null) {
        lane = new Lane(update.chat(), new WebhookBackoff(engine.retries()));
        lanes.put(update.chat(), lane);
        ready.add(lane);
      }
      lane.updates.add(update);
      pump();
    } finally {
      lock.unlock();
    }
  }

  private void pump() {
    while (!stopped && inFlight < webhook.maxConnections() && !ready.isEmpty()) {
      Lane lane = ready.remove();
      PendingUpdate update = lane.updates.getFirst();
      inFlight++;
      engine.workers().execute(() -> deliver(lane, update));
    }
  }

  private void deliver(Lane lane, PendingUpdate update) {
    Outcome outcome = post(update);
    if (stopped) {
      return;
    }
    engine.traffic().toBot(update, outcome.status());
    if (outcome.taken()) {
      firstGone(null);
      finish(lane, update);
      return;
    }
    lastError = new LastError(engine.clock().instant(), outcome.error());
    if (goneForTooLong(outcome.status())) {
      stop();
      onGone.run();
      return;
    }
    Duration pause =
        lane.backoff.failed(outcome.retryAfter(), ThreadLocalRandom.current().nextDouble());
    if (engine.clock().instant().plus(pause).isAfter(update.expiresAt())) {
      finish(lane, update);
    } else {
      retry(lane, pause);
    }
  }

  private void finish(Lane lane, PendingUpdate update) {
    engine.queue().confirm(update);
    lock.lock();
    try {
      inFlight--;
      lane.updates.remove();
      lane.backoff = new WebhookBackoff(engine.retries());
      if (lane.updates.isEmpty()) {
        lanes.remove(lane.chat);
      } else {
        ready.add(lane);
      }
      pump();
    } finally {
      lock.unlock();
    }
  }

  private void retry(Lane lane, Duration pause) {
    lock.lock();
    try {
      if (stopped) {
        return;
      }
      inFlight--;
      long nanos = engine.retries().nanosToWait(pause);
      if (nanos == 0) {
        ready.add(lane);
      } else {
        var unused = engine.timer().schedule(() -> wake(lane), nanos, TimeUnit.NANOSECONDS);
      }
      pump();
    } finally {
      lock.unlock();
    }
  }

  private void wake(Lane lane) {
    lock.lock();
    try {
      ready.add(lane);
      pump();
    } finally {
      lock.unlock();
    }
  }

  private boolean goneForTooLong(int status) {
    Instant now = engine.clock().instant();
    if (status != 410) {
      firstGone(null);
      return false;
    }
    Instant since = firstGone(now);
    return since != null && now.isAfter(since.plus(engine.retries().goneAfter()));
  }

  /** Notes the first 410 of a row, or its end; returns when the row began. */
  @Nullable
  private Instant firstGone(@Nullable Instant now) {
    lock.lock();
    try {
      firstGone = now == null || firstGone == null ? now : firstGone;
      return firstGone;
    } finally {
      lock.unlock();
    }
  }

  private Outcome post(PendingUpdate update) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(webhook.url())
            .timeout(READ_TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(update.body())));
    if (!webhook.secret().isEmpty()) {
      request.header("X-Telegram-Bot-Api-Secret-Token", webhook.secret());
    }
    try {
      HttpResponse<Void> response =
          engine.http().send(request.build(), HttpResponse.BodyHandlers.discarding());
      String retryAfter = response.headers().firstValue("Retry-After").orElse("");
      // A date in this header is not understood by Telegram either.
      long seconds = retryAfter.matches("\\d{1,9}") ? Long.parseLong(retryAfter) : 0;
      return new Outcome(response.statusCode(), Duration.ofSeconds(seconds), "");
    } catch (HttpTimeoutException e) {
      return Outcome.failed("Read timeout expired");
    } catch (ConnectException e) {
      return Outcome.failed("Connection refused");
    } catch (IOException e) {
      return Outcome.failed("Webhook connection closed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.failed("Webhook connection closed");
    }
  }

  /** When and why an update was last not taken. */
  record LastError(Instant at, String message) {}

  private record Outcome(int status, Duration retryAfter, String failure) {
    static Outcome failed(String failure) {
      return new Outcome(0, Duration.ZERO, failure);
    }

    boolean taken() {
      return status / 100 == 2;
    }

    String error() {
      return failure.isEmpty()
          ? "Wrong response from the webhook: " + HttpReasons.line(status)
          : failure;
    }
  }

  private static final class Lane {
    private final long chat;
    private final Deque<PendingUpdate> updates = new ArrayDeque<>();
    private WebhookBackoff backoff;

    private Lane(long chat, WebhookBackoff backoff) {
      this.chat = chat;
      this.backoff = backoff;
    }
  }
}
