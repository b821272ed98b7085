// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import java.util.Objects;
import javax.annotation.Nullable;

/** Something a customer says to a bot: words, or a button they press. Immutable. */
public final class Utterance {
  private static final int SHOWN = 60;

  @Nullable private final String text;
  @Nullable private final String payload;

  /** Without a text, the message lacks the field that holds it. */
  Utterance(@Nullable String text, @Nullable String payload) {
    this.text = text;
    this.payload = payload;
  }

  /**
   * Words.
   *
   * @param text what the customer writes; may be empty
   * @return the utterance
   */
  public static Utterance of(String text) {
    return new Utterance(Objects.requireNonNull(text, "text"), null);
  }

  /**
   * The press of a quick reply.
   *
   * @param label what stands on the button
   * @param payload what the bot is told
   * @return the utterance
   */
  public static Utterance press(String label, String payload) {
    return new Utterance(
        Objects.requireNonNull(label, "label"), Objects.requireNonNull(payload, "payload"));
  }

  @Nullable
  String text() {
    return text;
  }

  @Nullable
  String payload() {
    return payload;
  }

  /** Shows the words: they are a test's, not a customer's. */
  @Override
  public String toString() {
    if (text == null) {
      return "(without text)";
    }
    String words =
        text.length() <= SHOWN
            ? '"' + text + '"'
            : '"' + text.substring(0, SHOWN) + "…\" (" + text.length() + " characters)";
    return payload == null ? words : "button " + words + " with payload \"" + payload + '"';
  }
}
