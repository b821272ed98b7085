// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.bridge.media.TestClock;
import io.botflow.bridge.store.Notes;
import io.botflow.bridge.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final TestClock clock = new TestClock();
  private final Notes notes = Notes.inMemory(clock);
  private final AtomicInteger asked = new AtomicInteger();

  private String answer() {
    return "answer " + asked.incrementAndGet();
  }

  private Repeats instance() {
    return new Repeats(notes, Duration.ofSeconds(12));
  }

  @Test
  void aRepetitionGetsTheFirstAnswerOnEachInstanceUntilTheWindowIsOver() {
    assertEquals("answer 1", instance().once("m-1", "conversation", WINDOW, this::answer));
    assertEquals("answer 1", instance().once("m-1", "conversation", WINDOW, this::answer));
    assertEquals("answer 2", instance().once("m-2", "conversation", WINDOW, this::answer));
    clock.advance(WINDOW);
    assertEquals("answer 3", instance().once("m-1", "conversation", WINDOW, this::answer));
  }

  @Test
  void repetitionsThatComeWhileTheFirstIsUnderWayWaitForIt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch allowed = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> answers = new ArrayList<>();
      Supplier<String> slow =
          () -> {
            begun.countDown();
            await(allowed);
            return answer();
          };
      answers.add(threads.submit(() -> instance().once("m-1", "conversation", WINDOW, slow)));
      begun.await();
      for (int i = 0; i < 7; i++) {
        answers.add(threads.submit(() -> instance().once("m-1", "conversation", WINDOW, slow)));
      }
      allowed.countDown();
      for (Future<String> given : answers) {
        assertEquals("answer 1", given.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, asked.get());
  }

  @Test
  void aRequestWhoseInstanceDiedIsAskedAnewWhenItsTimeIsOver() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      // It never comes back, as if its process had been killed.
      threads.execute(
          () ->
              instance()
                  .once(
                      "m-1",
                      "conversation",
                      WINDOW,
                      () -> {
                        begun.countDown();
                        await(new CountDownLatch(1));
                        return "never";
                      }));
      begun.await();
      Future<String> repetition =
          threads.submit(() -> instance().once("m-1", "conversation", WINDOW, this::answer));
      clock.advance(Duration.ofSeconds(12));
      assertEquals("answer 1", repetition.get());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aFailureIsNotRemembered() {
    assertThrows(
        IllegalStateException.class,
        () ->
            instance()
                .once(
                    "m-1",
                    "conversation",
                    WINDOW,
                    () -> {
                      throw new IllegalStateException();
                    }));
    clock.advance(Duration.ofMillis(1));
    assertEquals("answer 1", instance().once("m-1", "conversation", WINDOW, this::answer));
  }

  @Test
  void anInterruptEndsTheWaiting() {
    Thread.currentThread().interrupt();
    Repeats repeats = instance();
    // The first request is under way and never ends.
    assertThrows(
        StoreUnavailableException.class,
        () ->
            repeats.once(
                "m-1",
                "conversation",
                WINDOW,
                () -> repeats.once("m-1", "conversation", WINDOW, this::answer)));
    assertEquals(true, Thread.interrupted());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anAnswerIsFoundByWhomItIsAbout() {
    instance().once("m-1", "c-1", WINDOW, this::answer);
    instance().once("m-2", "c-2", WINDOW, this::answer);

    assertEquals(1, notes.removeEndingWith(List.of(":c-1")));
    assertEquals("answer 3", instance().once("m-1", "c-1", WINDOW, this::answer));
    assertEquals("answer 2", instance().once("m-2", "c-2", WINDOW, this::answer));
  }
}
