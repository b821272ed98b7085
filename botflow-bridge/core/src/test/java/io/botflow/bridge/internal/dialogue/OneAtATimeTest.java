// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.bridge.store.Notes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
  private final Notes notes = Notes.inMemory(Clock.systemUTC());
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger total = new AtomicInteger();

  private OneAtATime instance() {
    return new OneAtATime(notes, Duration.ofMinutes(1));
  }

  @Test
  void neverTwoAtOnceWithinAnInstanceNorAmongThem() throws Exception {
    List<OneAtATime> instances = List.of(instance(), instance());
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> senders = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        OneAtATime gates = instances.get(i % 2);
        senders.add(threads.submit(() -> passTenTimes(gates)));
      }
      for (Future<?> sender : senders) {
        sender.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(80, total.get());
    assertEquals(1, most.get());
  }

  private void passTenTimes(OneAtATime gates) {
    for (int i = 0; i < 10; i++) {
      gates.run(
          "session",
          () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            LockSupport.parkNanos(100_000);
            inside.decrementAndGet();
            return total.incrementAndGet();
          });
    }
  }

  @Test
  void whoFailsLetsTheNextOneThrough() {
    OneAtATime gates = instance();
    assertThrows(
        IllegalStateException.class,
        () ->
            gates.run(
                "session",
                () -> {
                  throw new IllegalStateException();
                }));
    assertEquals("next", gates.run("session", () -> "next"));
    assertEquals("next", instance().run("session", () -> "next"));
  }
}
