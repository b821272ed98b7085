// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.util.Objects;
import java.util.regex.Pattern;

/** The form of a key: short, and harmless in a path, a URL and a log. */
final class MediaKeys {
  static final int MAX_LENGTH = 128;

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1," + MAX_LENGTH + "}");

  private MediaKeys() {}

  static boolean isValid(String key) {
    return FORM.matcher(key).matches();
  }

  /** Returns the key or refuses it. The message leaves it out, since it may be anything. */
  static String check(String key) {
    if (!isValid(Objects.requireNonNull(key, "key"))) {
      throw new IllegalArgumentException(
          "key: takes 1 to " + MAX_LENGTH + " letters, digits, '-' and '_'");
    }
    return key;
  }
}
