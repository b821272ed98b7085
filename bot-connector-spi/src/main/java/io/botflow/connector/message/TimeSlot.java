// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * One time of a {@link DatePicker}.
 *
 * @param start when it begins
 * @param duration how long it lasts, if that was said
 */
public record TimeSlot(Instant start, @Nullable Duration duration) {

  /** {@inheritDoc} */
  public TimeSlot {
    Objects.requireNonNull(start, "start");
  }
}
