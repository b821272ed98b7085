// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import javax.annotation.Nullable;

/** What customers and channels send that no script foresees. */
enum Awkward {
  EMPTY_TEXT("an empty text, as after a picture", "", null),
  ABSENT_TEXT("no text at all", null, null),
  BLANK_TEXT("a text of spaces and line breaks", " \t\r\n ", null),
  UNKNOWN_PAYLOAD("a button that the bot never offered", "?", "no-such-payload-4711"),
  VERY_LONG_TEXT("a text of 100,000 characters", "чому ".repeat(20_000), null),
  EMOJI("emoji, flags and joined families", "👩‍👩‍👧‍👦🇺🇦👍🏽 ok?", null);

  private final String shown;
  @Nullable private final String text;
  @Nullable private final String payload;

  Awkward(String shown, @Nullable String text, @Nullable String payload) {
    this.shown = shown;
    this.text = text;
    this.payload = payload;
  }

  Utterance utterance() {
    return new Utterance(text, payload);
  }

  @Override
  public String toString() {
    return shown;
  }
}
