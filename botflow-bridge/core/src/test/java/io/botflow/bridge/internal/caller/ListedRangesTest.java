// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.internal.address.AddressRanges;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListedRangesTest {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private Supplier<List<String>> source = List::of;
  private final ListedRanges ranges = new ListedRanges(() -> source.get(), INTERVAL);

  @AfterEach
  void close() {
    ranges.close();
  }

  private boolean has(String address) throws Exception {
    return ranges.current().orElseThrow().contains(InetAddress.getByName(address));
  }

  private static List<String> away() {
    throw new IllegalStateException("the platform is away");
  }

  @Test
  void whatWasListedLastCounts() throws Exception {
    source = () -> List.of("192.0.2.0/24");
    assertEquals(INTERVAL, ranges.read());
    assertTrue(has("192.0.2.1"));
    source = () -> List.of("198.51.100.0/24");
    assertEquals(INTERVAL, ranges.read());
    assertFalse(has("192.0.2.1"));
    assertTrue(has("198.51.100.1"));
  }

  @Test
  void untilTheListWasReadNobodyKnows() {
    source = ListedRangesTest::away;
    ranges.read();
    assertEquals(Optional.empty(), ranges.current());
  }

  @Test
  void aFailureKeepsTheLastList() throws Exception {
    source = () -> List.of("192.0.2.0/24");
    ranges.read();
    List<Supplier<List<String>>> broken =
        List.of(ListedRangesTest::away, List::of, () -> List.of("nonsense", "192.0.2.0/64"));
    for (Supplier<List<String>> answer : broken) {
      source = answer;
      ranges.read();
      assertTrue(has("192.0.2.1"));
    }
  }

  @Test
  void anEntryThatNobodyUnderstandsIsLeftOut() throws Exception {
    source = () -> List.of("nonsense", "192.0.2.0/24");
    assertEquals(INTERVAL, ranges.read());
    assertTrue(has("192.0.2.1"));
  }

  @Test
  void afterAFailureItIsReadSoonerAndThenEverLater() {
    source = ListedRangesTest::away;
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      pauses.add(ranges.read().toSeconds());
    }
    assertEquals(List.of(1L, 2L, 4L, 8L, 10L), pauses.subList(0, 5));
    assertTrue(pauses.subList(4, 70).stream().allMatch(pause -> pause == 10));
    source = () -> List.of("192.0.2.0/24");
    assertEquals(INTERVAL, ranges.read());
    source = ListedRangesTest::away;
    assertEquals(Duration.ofSeconds(1), ranges.read());
  }

  @Test
  void aSlowListHoldsNobodyUp() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    ListedRanges slow =
        ListedRanges.start(
            () -> {
              asked.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              return List.<String>of();
            },
            INTERVAL);
    assertTrue(asked.await(10, TimeUnit.SECONDS));
    assertEquals(Optional.<AddressRanges>empty(), slow.current());
    slow.close();
    assertTrue(interrupted.await(10, TimeUnit.SECONDS), "closing ends the call");
  }
}
