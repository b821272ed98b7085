// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.util.List;
import java.util.Objects;
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
    times = List.copyOf(Objects.requireNonNull(times, "times"));
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
