// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import java.time.Instant;
import javax.annotation.Nullable;

/** Telegram's times: seconds since 1970, with 0 for "unknown". */
final class WireTime {
  /** The end of the year 9999, beyond which nothing is a time that people wrote. */
  private static final long LAST = 253_402_300_799L;

  private WireTime() {}

  static @Nullable Instant at(WireObject object, String field) {
    Long seconds = object.number(field);
    return seconds == null || seconds <= 0 || seconds > LAST
        ? null
        : Instant.ofEpochSecond(seconds);
  }
}
