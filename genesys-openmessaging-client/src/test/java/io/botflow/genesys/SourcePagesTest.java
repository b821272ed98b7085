// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each public type that mirrors something of Genesys Cloud says on which page that is described.
 */
class SourcePagesTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("basedir", "."), "src/main/java/io/botflow/genesys");
  private static final List<String> PACKAGES =
      List.of(
          "configuration",
          "content",
          "conversations",
          "openmessaging",
          "outbound",
          "textbots",
          "webhook");
  private static final Pattern PUBLIC =
      Pattern.compile("(?m)^public (?:sealed |final )*(?:record|interface|class|enum) ");
  private static final Pattern PAGE =
      Pattern.compile(
          "(?m)^ \\* @see <a\\s*(?:\n \\* +)?href=\"https://"
              + "(?:developer\\.genesys\\.cloud|help\\.mypurecloud\\.com)/");

  @Test
  void everyPublicTypeNamesItsPage() throws IOException {
    List<String> without = new ArrayList<>();
    int types = 0;
    for (String packageName : PACKAGES) {
      try (Stream<Path> files = Files.list(SOURCES.resolve(packageName))) {
        for (Path file : files.toList()) {
          String text = Files.readString(file);
          if (PUBLIC.matcher(text).find()) {
            types++;
            if (!PAGE.matcher(text).find()) {
              without.add(packageName + "/" + file.getFileName());
            }
          }
        }
      }
    }
    assertEquals(List.of(), without);
    assertTrue(types > 100, "the types are not found: " + types);
  }
}
