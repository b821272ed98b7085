// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures replace figures; the rest of the page stays. */
class MarkdownPageTest {
  @TempDir Path folder;

  @Test
  void figuresReplaceWhatStoodBetweenTheMarks() throws IOException {
    Path page = folder.resolve("page.md");
    Files.writeString(
        page, "before\n" + MarkdownPage.BEGIN + "old\n" + MarkdownPage.END + "after\n");
    MarkdownPage.refresh(page, "new\n");
    assertEquals(
        "before\n" + MarkdownPage.BEGIN + "\nnew\n\n" + MarkdownPage.END + "after\n",
        Files.readString(page));
  }

  @Test
  void aPageWithoutMarksIsLeftAlone() throws IOException {
    Path page = Files.writeString(folder.resolve("page.md"), "mine");
    assertThrows(IOException.class, () -> MarkdownPage.refresh(page, "new"));
    assertEquals("mine", Files.readString(page));
  }
}
