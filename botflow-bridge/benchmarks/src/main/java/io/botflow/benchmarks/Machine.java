// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** On what the figures were taken. */
final class Machine {
  private Machine() {}

  static String description() {
    return String.format(
        Locale.ROOT,
        "%s, %d cores, %d GB memory, %s %s (%s), %s %s.",
        LocalDate.now(ZoneOffset.UTC),
        Runtime.getRuntime().availableProcessors(),
        Math.round(memory() / 1e9),
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"),
        System.getProperty("os.arch"),
        System.getProperty("os.name"),
        System.getProperty("os.version").replaceAll("[^0-9.].*", ""));
  }

  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }
}
