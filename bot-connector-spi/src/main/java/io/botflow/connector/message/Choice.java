// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.util.Objects;
import javax.annotation.Nullable;

/**
 * One button of {@link Choices}.
 *
 * @param label the text on the button; not blank
 * @param payload the hidden value that comes back when it is pressed
 * @param imageUrl a small picture beside the label, if any
 */
public record Choice(String label, String payload, @Nullable String imageUrl) {

  /** {@inheritDoc} */
  public Choice {
    Required.text(label, "label");
    Objects.requireNonNull(payload, "payload");
  }

  /**
   * A button whose payload is its label.
   *
   * @param label the text on the button
   * @return the button
   */
  public static Choice of(String label) {
    return new Choice(label, label, null);
  }

  /**
   * A button without a picture.
   *
   * @param label the text on the button
   * @param payload the hidden value
   * @return the button
   */
  public static Choice of(String label, String payload) {
    return new Choice(label, payload, null);
  }

  /** Shows the kind, never the content. */
  @Override
  public String toString() {
    return "Choice[***]";
  }
}
