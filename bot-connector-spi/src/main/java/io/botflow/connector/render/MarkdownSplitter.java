// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.messenger.TextLimit;
import io.botflow.connector.render.TextSplitter.Pieces;
import io.botflow.connector.richtext.RichText;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts Markdown by what is seen of it; formatting that goes on over a cut begins anew behind it.
 */
final class MarkdownSplitter {
  private MarkdownSplitter() {}

  static Pieces split(String markdown, TextLimit first, TextLimit rest) {
    RichText rich = RichText.markdown(markdown);
    Pieces pieces = TextSplitter.split(rich.text(), first, rest);
    List<String> written = new ArrayList<>();
    int place = 0;
    for (String piece : pieces.texts()) {
      int start = rich.text().indexOf(piece, place);
      if (start < 0) {
        // Characters that exceed the limit by themselves were left out of the piece.
        written.add(RichText.plain(piece).toMarkdown());
      } else {
        place = start + piece.length();
        written.add(rich.slice(start, place).toMarkdown());
      }
    }
    return new Pieces(written, pieces.leftOut());
  }
}
