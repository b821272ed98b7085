// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The threads that somebody started and did not end. */
final class Leftovers {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** These end by themselves, or never: an HTTP client of JDK 17 ends when it is collected. */
  private static final List<String> OF_OTHERS =
      List.of(
          "Common-Cleaner",
          "CompletableFutureDelayScheduler",
          "ForkJoinPool.commonPool",
          "HttpClient-",
          "Keep-Alive-",
          "junit-",
          "process reaper");

  private final Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());

  /** Waits until all threads have ended that were started since this object was made. */
  void awaitEnd() {
    Until.holds("no thread is left", PATIENCE, () -> threads().isEmpty());
  }

  List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> OF_OTHERS.stream().noneMatch(name::startsWith))
        .sorted()
        .toList();
  }
}
