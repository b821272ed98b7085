// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.Pacing.Grant;
import io.botflow.bridge.store.Pacing.Rate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the permits of a store promise. */
abstract class PacingContract extends StoreFixture {
  private static final Duration INTERVAL = Duration.ofMillis(200);
  private static final Rate RATE = new Rate(INTERVAL, 5);

  @Test
  void aBurstIsHandedOutAtOnceAndTheRestEvenly() {
    assertEquals(new Grant(5, INTERVAL), take(8));
    assertEquals(new Grant(0, INTERVAL), take(1));
    clock.advance(INTERVAL.minusMillis(1));
    assertEquals(new Grant(0, Duration.ofMillis(1)), take(1));
    clock.advance(Duration.ofMillis(1));
    assertEquals(new Grant(1, Duration.ZERO), take(1));
    assertEquals(0, take(1).permits());
  }

  @Test
  void aRestGivesNoMoreThanABurst() {
    take(5);
    clock.advance(Duration.ofHours(1));

    assertEquals(5, take(100).permits());
  }

  @Test
  void namesDoNotShare() {
    take(5);

    assertEquals(5, store.pacing().take("other", RATE, 5).permits());
  }

  @Test
  void whatWasSpentWithoutAskingComesOffLater() {
    take(5);
    store.pacing().spend("name", RATE, 3);

    assertEquals(new Grant(0, INTERVAL.multipliedBy(4)), take(1));
    clock.advance(INTERVAL.multipliedBy(4));
    assertEquals(1, take(1).permits());
  }

  @Test
  void aPauseHoldsBackEverything() {
    Duration pause = Duration.ofSeconds(42);
    store.pacing().pause("name", RATE, pause);
    assertEquals(new Grant(0, pause), take(1));
    store.pacing().pause("name", RATE, TICK);
    clock.advance(pause.minusMillis(1));
    assertEquals(0, take(1).permits(), "a shorter pause does not shorten a longer one");
    clock.advance(Duration.ofMillis(1));

    assertEquals(1, take(5).permits());
  }

  @Test
  void aPauseLastsAnHourAtMost() {
    Rate slow = new Rate(INTERVAL, 1);
    store.pacing().pause("name", slow, Duration.ofDays(30));

    assertEquals(new Grant(0, Duration.ofHours(1)), store.pacing().take("name", slow, 1));
    clock.advance(Duration.ofHours(1));
    assertEquals(1, store.pacing().take("name", slow, 1).permits());
  }

  @Test
  void whatIsLessUrgentGetsWhatIsLeftOver() {
    Rate receipts = RATE.leaving(3);

    assertEquals(2, store.pacing().take("name", receipts, 5).permits());
    assertEquals(0, store.pacing().take("name", receipts, 5).permits());
    assertEquals(3, take(5).permits());
  }

  @Test
  void noMinuteHasMoreThanItsRequests() {
    Rate rate = Rate.perMinute(300);
    Deque<Long> lastMinute = new ArrayDeque<>();
    int inThirdMinute = 0;
    for (int millis = 0; millis < 180_000; millis += 20) {
      long now = millis;
      int permits = store.pacing().take("name", rate, 50).permits();
      IntStream.range(0, permits).forEach(i -> lastMinute.add(now));
      lastMinute.removeIf(at -> at <= now - 60_000);
      assertTrue(lastMinute.size() <= 300, () -> lastMinute.size() + " up to " + now);
      inThirdMinute += millis >= 120_000 ? permits : 0;
      clock.advance(Duration.ofMillis(20));
    }
    assertTrue(inThirdMinute >= 285, inThirdMinute + " of 300");
  }

  @Test
  void permitsTakenAtOnceAreNotHandedOutTwice() throws InterruptedException {
    AtomicInteger permits = new AtomicInteger();
    List<Thread> threads =
        IntStream.range(0, 8)
            .mapToObj(i -> new Thread(() -> permits.addAndGet(take(2).permits())))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertEquals(5, permits.get());
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> take(0));
    assertThrows(IllegalArgumentException.class, () -> new Rate(INTERVAL, 0));
    assertThrows(IllegalArgumentException.class, () -> new Rate(Duration.ZERO, 1));
    assertThrows(IllegalArgumentException.class, () -> Rate.perMinute(1));
  }

  private Grant take(int wanted) {
    return store.pacing().take("name", RATE, wanted);
  }
}
