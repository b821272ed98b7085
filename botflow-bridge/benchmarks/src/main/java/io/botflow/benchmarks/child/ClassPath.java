// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.child;

import io.botflow.benchmarks.contestant.Contestant;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Jars and class folders. Each contestant's process gets what that contestant needs, since the JVM
 * also pays for jars it only searches.
 *
 * @param entries in order
 */
public record ClassPath(List<Path> entries) {
  private static final Pattern JACKSON =
      Pattern.compile("jackson-(core|databind|annotations)-\\d.*");
  private static final Pattern LOGGING = Pattern.compile("slf4j-api-.*");
  private static final Pattern OURS =
      Pattern.compile("(genesys-openmessaging-client|bot-connector-spi|botflow-bridge)-\\d.*");
  private static final Pattern CLIENT = Pattern.compile("genesys-openmessaging-client-\\d.*");
  private static final Pattern NOT_THE_SDKS =
      Pattern.compile(
          "(jmh-|jopt-simple|commons-math3|sqlite-jdbc|botflow-|bot-connector-spi"
              + "|genesys-openmessaging-client|benchmarks|junit|apiguardian|opentest4j|slf4j-simple"
              + "|jspecify|open-test|surefire|common-).*");

  /** All that this program was started with. */
  public static ClassPath all() {
    List<Path> started =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of)
            .toList();
    return new ClassPath(started.stream().flatMap(ClassPath::withManifest).toList());
  }

  /** A jar may name more jars. */
  private static Stream<Path> withManifest(Path entry) {
    if (!entry.toString().endsWith(".jar")) {
      return Stream.of(entry);
    }
    try (JarFile jar = new JarFile(entry.toFile())) {
      String more =
          jar.getManifest() == null
              ? null
              : jar.getManifest().getMainAttributes().getValue("Class-Path");
      Stream<Path> named =
          more == null
              ? Stream.of()
              : Arrays.stream(more.split(" ", -1)).map(name -> resolve(entry, name));
      // Materialised before the jar is closed.
      return Stream.concat(Stream.of(entry), named).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path resolve(Path jar, String name) {
    URI uri = jar.toAbsolutePath().toUri().resolve(name);
    return Path.of(uri);
  }

  /** What one contestant needs to run. */
  public static ClassPath of(Contestant contestant) {
    Predicate<String> needed =
        switch (contestant) {
          case CLIENT, CLIENT_DIRECT -> any(CLIENT, JACKSON, LOGGING);
          case BY_HAND, BY_HAND_DEFAULT -> any(JACKSON);
          case GENESYS_SDK -> any(NOT_THE_SDKS).negate();
        };
    return withPrograms(needed);
  }

  /** What the store needs to run. */
  public static ClassPath ofStore() {
    return withPrograms(
        any(Pattern.compile("(botflow-store-jdbc|sqlite-jdbc)-.*"), OURS, JACKSON, LOGGING));
  }

  /** What client, SPI and bridge core need at run time; the build allows no other library. */
  public static ClassPath ofBridge() {
    return all().only(any(OURS, JACKSON, LOGGING));
  }

  /** What Genesys' SDK needs at run time. */
  public static ClassPath ofSdk() {
    return all().only(any(NOT_THE_SDKS).negate());
  }

  private static ClassPath withPrograms(Predicate<String> needed) {
    List<Path> found = all().entries.stream().filter(entry -> needed.test(name(entry))).toList();
    return new ClassPath(Stream.concat(Stream.of(programs()), found.stream()).toList());
  }

  /** The measuring programs, without the libraries that their jar names. */
  private static Path programs() {
    try {
      Path own =
          Path.of(ClassPath.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path alone = own.resolveSibling(own.getFileName().toString().replace(".jar", "-classes.jar"));
      return Files.isRegularFile(alone) ? alone : own;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private ClassPath only(Predicate<String> wanted) {
    return new ClassPath(
        entries.stream()
            .filter(entry -> Files.isRegularFile(entry) && wanted.test(name(entry)))
            .toList());
  }

  private static Predicate<String> any(Pattern... patterns) {
    return name -> Arrays.stream(patterns).anyMatch(pattern -> pattern.matcher(name).matches());
  }

  private static String name(Path entry) {
    return String.valueOf(entry.getFileName());
  }

  /** How many bytes its jars have. */
  public long bytes() {
    return entries.stream().mapToLong(entry -> entry.toFile().length()).sum();
  }

  @Override
  public String toString() {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
