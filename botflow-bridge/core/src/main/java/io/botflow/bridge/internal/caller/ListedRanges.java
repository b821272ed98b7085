// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.caller;

import io.botflow.bridge.internal.address.AddressRange;
import io.botflow.bridge.internal.address.AddressRanges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Address ranges that somebody lists, read again from time to time on a thread of their own. When
 * that fails, or the list is empty, the last good one stays. Thread-safe.
 */
public final class ListedRanges implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ListedRanges.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 20;

  private final Supplier<? extends Collection<String>> source;
  private final Duration interval;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  @Nullable private volatile AddressRanges current;
  // Only the thread that reads counts.
  private int failures;

  ListedRanges(Supplier<? extends Collection<String>> source, Duration interval) {
    this.source = source;
    this.interval = interval;
    this.thread = new Thread(this::readOnAndOn, "botflow-allow-list");
    thread.setDaemon(true);
  }

  /**
   * Begins to read.
   *
   * @param source gives the list, and may block
   * @param interval how long a list is good enough
   * @return the ranges, which nobody knows yet
   */
  public static ListedRanges start(
      Supplier<? extends Collection<String>> source, Duration interval) {
    ListedRanges ranges = new ListedRanges(source, interval);
    ranges.thread.start();
    return ranges;
  }

  /**
   * What is known now. Never blocks.
   *
   * @return the ranges, or empty until the list was read once
   */
  public Optional<AddressRanges> current() {
    return Optional.ofNullable(current);
  }

  private void readOnAndOn() {
    try {
      Duration pause = read();
      while (!closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        pause = read();
      }
    } catch (InterruptedException e) {
      // Closed while it waited: there is nothing left to do.
      Thread.currentThread().interrupt();
    }
  }

  /** Reads the list once, and tells how long to wait before the next time. */
  Duration read() {
    try {
      AddressRanges listed = readable(source.get());
      if (listed.isEmpty()) {
        throw new IllegalStateException("the list has no range that can be read");
      }
      AddressRanges before = current;
      current = listed;
      failures = 0;
      if (before == null || before.size() != listed.size()) {
        log.info("the allow-list has {} ranges", listed.size());
      }
      return interval;
    } catch (RuntimeException e) {
      if (closed.getCount() > 0) {
        failed(e);
      }
      Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures++, MOST_DOUBLINGS));
      return pause.compareTo(interval) < 0 ? pause : interval;
    }
  }

  private void failed(RuntimeException e) {
    if (current == null) {
      log.error("the allow-list could not be read: nobody is let in by it before it is", e);
    } else {
      log.warn("the allow-list could not be read again: the last one stays in use", e);
    }
  }

  /** One entry that nobody understands must not shut out the callers of all others. */
  private static AddressRanges readable(Collection<String> cidrs) {
    List<AddressRange> ranges = new ArrayList<>();
    for (String cidr : cidrs) {
      try {
        ranges.add(AddressRange.of(cidr));
      } catch (IllegalArgumentException e) {
        log.warn("an entry of the allow-list is left out: {}", e.getMessage());
      }
    }
    return new AddressRanges(ranges);
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
  }
}
