// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.accept;

import static io.botflow.bridge.internal.accept.ScriptedAdapter.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.internal.typing.CustomerTyping;
import io.botflow.bridge.route.Integration;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.bridge.store.PollCursor;
import io.botflow.connector.messenger.Polled;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MessengerPollTest {
  private final BridgeStore store = new InMemoryStore();
  private final List<BridgeEvent> events = new CopyOnWriteArrayList<>();
  private final List<String> cursors = new CopyOnWriteArrayList<>();
  private final CountDownLatch done = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);

  /** Runs polls until the script calls {@link #rest}. */
  private void run(ScriptedAdapter.Poll script) throws InterruptedException {
    ScriptedAdapter adapter =
        ScriptedAdapter.polling(
            cursor -> {
              cursors.add(String.valueOf(cursor));
              return script.from(cursor);
            });
    try (MessengerPoll poll = poll(adapter, "this instance")) {
      poll.start();
      assertTrue(done.await(10, TimeUnit.SECONDS), "polls so far: " + cursors);
    }
  }

  private MessengerPoll poll(ScriptedAdapter adapter, String instance) {
    return new MessengerPoll(
        new Route(adapter, Integration.of("open", "a-secret-of-20-chars")),
        adapter,
        new Intake(store, events::add, () -> {}),
        CustomerTyping.none(),
        new PollTurn(store.notes(), "letters:us", instance),
        new MessageTimes(Clock.systemUTC()));
  }

  /** A long poll to which nothing comes: it lasts until the bridge is closed. */
  private Polled rest() throws IOException {
    done.countDown();
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("the poll was interrupted");
  }

  @Test
  void eachPollBeginsWhereTheLastOneEnded() throws Exception {
    List<Polled> answers =
        new ArrayList<>(
            List.of(
                new Polled(List.of(update("1"), update("2")), "2", List.of()),
                new Polled(List.of(), "2", List.of()),
                new Polled(List.of(update("3")), "3", List.of("a sticker pack"))));

    run(cursor -> answers.isEmpty() ? rest() : answers.remove(0));

    assertEquals(List.of("null", "2", "2", "3"), cursors);
    assertEquals(3, store.waiting());
    assertEquals(Optional.of("3"), store.cursor("letters:us"));
    assertTrue(events.contains(new BridgeEvent.Ignored("open", "a sticker pack")));
  }

  @Test
  void theFirstPollAfterARestartBeginsWhereTheStoreSays() throws Exception {
    store.accept(List.of(), new PollCursor("letters:us", "41"));

    run(cursor -> rest());

    assertEquals(List.of("41"), cursors);
  }

  @Test
  void aFailedPollIsRepeatedFromTheSamePlace() throws Exception {
    AtomicInteger polls = new AtomicInteger();

    run(
        cursor -> {
          int poll = polls.getAndIncrement();
          if (poll == 1) {
            throw new IOException("the messenger is away");
          }
          return poll == 0 ? new Polled(List.of(update("1")), "1", List.of()) : rest();
        });

    assertEquals(List.of("null", "1", "1"), cursors);
  }

  @Test
  void anInstanceThatCannotReachTheMessengerLetsAnotherPoll() throws Exception {
    CountDownLatch failed = new CountDownLatch(1);
    ScriptedAdapter cutOff =
        ScriptedAdapter.polling(
            cursor -> {
              failed.countDown();
              throw new IOException("no route to host");
            });
    ScriptedAdapter healthy = ScriptedAdapter.polling(cursor -> rest());
    try (MessengerPoll first = poll(cutOff, "first");
        MessengerPoll second = poll(healthy, "second")) {
      first.start();
      assertTrue(failed.await(10, TimeUnit.SECONDS), "the first has the turn");
      second.start();
      assertTrue(done.await(20, TimeUnit.SECONDS), "the second never got the turn");
    }
  }

  @Test
  void aFaultOfTheAdapterDoesNotEndThePolling() throws Exception {
    AtomicInteger polls = new AtomicInteger();

    run(
        cursor -> {
          if (polls.getAndIncrement() == 0) {
            throw new IllegalStateException("a fault of the adapter");
          }
          return rest();
        });

    assertEquals(2, polls.get());
  }
}
