// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.Samples;
import io.botflow.connector.messenger.Update;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The form in which stores keep each kind of part and of update: one file per kind, one line per
 * sample.
 *
 * <p>The files of the newest version are what is written today. When the form grows, copy its
 * directory to the next number and run with {@code -Dgolden.write=true}; the older ones stay as
 * they are, and must be read for ever.
 */
class GoldenJsonTest {
  private static final Path ROOT = Path.of("src/test/resources/golden");
  private static final Path NEWEST = ROOT.resolve("v2");

  @Test
  void whatIsWrittenIsTheNewestVersion() throws IOException {
    Map<String, List<String>> written = written();
    if (Boolean.getBoolean("golden.write")) {
      for (Map.Entry<String, List<String>> file : written.entrySet()) {
        Path path = NEWEST.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    }
    for (Map.Entry<String, List<String>> file : written.entrySet()) {
      assertEquals(file.getValue(), Files.readAllLines(NEWEST.resolve(file.getKey())));
    }
    assertEquals(
        written.keySet().stream().sorted().toList(),
        files()
            .filter(file -> file.startsWith(NEWEST))
            .map(NEWEST::relativize)
            .map(Path::toString)
            .map(file -> file.replace('\\', '/'))
            .sorted()
            .toList());
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachVersionIsStillRead(Path file) throws IOException {
    boolean part = file.getParent().endsWith("parts");
    List<String> lines = Files.readAllLines(file);
    assertTrue(!lines.isEmpty());
    for (String line : lines) {
      Object read =
          part ? MessageJson.read(line, Part.class) : MessageJson.read(line, Update.class);
      assertTrue(!(read instanceof Opaque) || file.endsWith("opaque.jsonl"), line);
      if (file.startsWith(NEWEST)) {
        assertEquals(line, MessageJson.write(read));
      }
    }
  }

  static Stream<Path> files() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(ROOT)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    return files.stream();
  }

  private static Map<String, List<String>> written() {
    Map<String, List<String>> files = new LinkedHashMap<>();
    Samples.parts().forEach(part -> add(files, "parts/" + lowerCase(part.kind().name()), part));
    Samples.updates()
        .forEach(
            update ->
                add(files, "updates/" + lowerCase(update.getClass().getSimpleName()), update));
    return files;
  }

  private static void add(Map<String, List<String>> files, String name, Object value) {
    files.computeIfAbsent(name + ".jsonl", key -> new ArrayList<>()).add(MessageJson.write(value));
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
