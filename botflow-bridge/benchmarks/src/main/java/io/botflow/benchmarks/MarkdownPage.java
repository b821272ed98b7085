// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page with a place for figures, which nobody edits by hand. */
final class MarkdownPage {
  static final String BEGIN = "<!-- figures: begin -->\n";
  static final String END = "<!-- figures: end -->\n";

  private MarkdownPage() {}

  /**
   * Replaces what stands between the marks; makes the page if there is none.
   *
   * @param page the file
   * @param figures what is to stand there
   * @throws IOException if it cannot be written, or has no such place
   */
  static void refresh(Path page, String figures) throws IOException {
    String text = Files.exists(page) ? Files.readString(page) : BEGIN + END;
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(
          "the page has no place for figures: " + BEGIN.strip() + " … " + END.strip());
    }
    Files.writeString(
        page,
        text.substring(0, begin + BEGIN.length()) + "\n" + figures + "\n" + text.substring(end));
  }
}
