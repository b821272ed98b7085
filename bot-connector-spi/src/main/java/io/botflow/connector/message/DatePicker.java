// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * Points in time to choose from.
 *
 * @param title the question
 * @param subtitle the text below it
 * @param times the times offered; may be empty
 */
public record DatePicker(@Nullable String title, @Nullable String subtitle, List<TimeSlot> times)
    implements Part {

  /** {@inheritDoc} */
  public DatePicker {
    times = Required.list(times, "times");
  }

  /**
   * A question with times to choose from, of which only the beginning is said.
   *
   * @param title the question
   * @param starts when the times begin, in order
   * @return the part
   */
  public static DatePicker of(String title, Instant... starts) {
    return new DatePicker(
        title, null, Stream.of(starts).map(start -> new TimeSlot(start, null)).toList());
  }

  @Override
  public PartKind kind() {
    return PartKind.DATE_PICKER;
  }

  @Override
  public <R> R accept(PartVisitor<R> visitor) {
    return visitor.visit(this);
  }

  /** Shows the kind, never the content. */
  @Override
  public String toString() {
    return "DatePicker[***]";
  }
}
