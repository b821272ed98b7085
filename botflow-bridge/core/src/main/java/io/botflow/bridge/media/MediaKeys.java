// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/** What stores ask of their callers: keys that are short, and harmless in a path, URL and log. */
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

  static void checkOffset(long offset) {
    if (offset < 0) {
      throw new IllegalArgumentException("offset: must not be negative, was " + offset);
    }
  }

  static Duration checkAge(Duration age) {
    if (age.isNegative()) {
      throw new IllegalArgumentException("age: must not be negative, was " + age);
    }
    return age;
  }
}
