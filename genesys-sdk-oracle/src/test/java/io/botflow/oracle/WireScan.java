// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.GenesysCloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The records of the client that are JSON of the platform's API or of its webhooks, found in its
 * classes. The packages below {@code botconnector} are left out: theirs go between Genesys Cloud
 * and a bot's own endpoint, which an SDK of the API has no part in.
 */
final class WireScan {
  private static final List<String> PACKAGES =
      List.of(
          "botconnector",
          "configuration",
          "content",
          "conversations",
          "openmessaging",
          "outbound",
          "textbots",
          "webhook");

  private WireScan() {}

  /** All of them. */
  static Set<Class<?>> records() {
    Set<Class<?>> records = new TreeSet<>(Comparator.comparing(Class::getName));
    try {
      URI client = GenesysCloud.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path place = Path.of(client);
      if (Files.isDirectory(place)) {
        add(place, records);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
          add(jar.getPath("/"), records);
        }
      }
    } catch (URISyntaxException | IOException e) {
      throw new AssertionError(e);
    }
    return records;
  }

  private static void add(Path root, Set<Class<?>> records) throws IOException {
    for (String name : PACKAGES) {
      try (Stream<Path> files = Files.list(root.resolve("io/botflow/genesys/" + name))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(".class") && !file.startsWith("package-info"))
            .map(file -> type("io.botflow.genesys." + name + "." + file.replace(".class", "")))
            .filter(WireScan::isWire)
            .forEach(records::add);
      }
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, WireScan.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  /** Whether a class is JSON on the wire. */
  static boolean isWire(Class<?> type) {
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .anyMatch(
                component ->
                    component.getAccessor().isAnnotationPresent(JsonProperty.class)
                        || component.getAccessor().isAnnotationPresent(JsonValue.class));
  }
}
