// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.richtext.RichText;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/**
 * A text of several lines, some written by an author and some made up of names, labels and
 * addresses. Where a messenger reads texts as Markdown, the latter are not read so: each of their
 * characters is shown. Lines that show nothing are left out.
 */
final class Composed {
  private final boolean markdown;
  private final List<String> lines = new ArrayList<>();
  private final List<RichText> seen = new ArrayList<>();

  Composed(boolean markdown) {
    this.markdown = markdown;
  }

  /** Adds what an author wrote, who may have formatted it. */
  Composed text(@Nullable String text) {
    if (text != null && Visible.in(text)) {
      lines.add(text);
      seen.add(markdown ? RichText.markdown(text) : RichText.plain(text));
    }
    return this;
  }

  /** Adds words that mean nothing but themselves. */
  Composed words(@Nullable String words) {
    if (words != null && Visible.in(words)) {
      lines.add(words);
      seen.add(RichText.plain(words));
    }
    return this;
  }

  String written() {
    String plainly = String.join("\n", lines);
    if (!markdown) {
      return plainly;
    }
    RichText whole = RichText.lines(seen);
    // What reads right as it stands is left as its author wrote it.
    return RichText.markdown(plainly).equals(whole) ? plainly : whole.toMarkdown();
  }
}
