// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import java.util.Arrays;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/** Several texts below each other, without those that show nothing. */
final class Lines {
  private Lines() {}

  static String of(@Nullable String... texts) {
    return joined("\n", texts);
  }

  static String paragraphs(@Nullable String... texts) {
    return joined("\n\n", texts);
  }

  private static String joined(String separator, @Nullable String... texts) {
    return Arrays.stream(texts).filter(Visible::in).collect(Collectors.joining(separator));
  }
}
