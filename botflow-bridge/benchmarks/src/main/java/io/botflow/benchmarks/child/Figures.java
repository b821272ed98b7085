// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.child;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * What a child process tells: whole numbers by name, on one line that nothing else looks like.
 *
 * @param values the numbers
 */
public record Figures(Map<String, Long> values) {
  private static final String MARK = "figures ";

  /** One number, or zero when it is not among them. */
  public long get(String name) {
    return values.getOrDefault(name, 0L);
  }

  /** Tells them to the parent process. */
  @SuppressWarnings("SystemOut") // It is the way to the parent.
  void tell() {
    String line =
        values.entrySet().stream()
            .map(value -> value.getKey() + "=" + value.getValue())
            .collect(Collectors.joining(" ", MARK, ""));
    System.out.println(line);
  }

  /** Reads a line; null for any other line, such as what a library prints. */
  @Nullable
  static Figures of(String line) {
    if (!line.startsWith(MARK)) {
      return null;
    }
    Map<String, Long> values = new LinkedHashMap<>();
    for (String value : line.substring(MARK.length()).split(" ", -1)) {
      int equals = value.indexOf('=');
      values.put(value.substring(0, equals), Long.valueOf(value.substring(equals + 1)));
    }
    return new Figures(values);
  }
}
