// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.util.Objects;
import javax.annotation.Nullable;

/**
 * A pressed button, with the message that offered it when that is known.
 *
 * @param source what kind of button it was
 * @param label the text on the button
 * @param payload the hidden value behind it
 * @param offeredBy the id of the message that offered the button, as the messenger knows it
 */
public record Selection(
    Selection.Source source, String label, String payload, @Nullable String offeredBy)
    implements Part {

  /** The kind of button that was pressed. */
  public enum Source {
    /** A quick reply. */
    QUICK_REPLY,
    /** A button of a card. */
    CARD,
    /** A time of a date picker. */
    DATE_PICKER
  }

  /** {@inheritDoc} */
  public Selection {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(payload, "payload");
  }

  @Override
  public PartKind kind() {
    return PartKind.SELECTION;
  }

  @Override
  public <R> R accept(PartVisitor<R> visitor) {
    return visitor.visit(this);
  }

  /** Shows the kind, never the content. */
  @Override
  public String toString() {
    return "Selection[***]";
  }
}
