// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reads what each package really uses, with the JDK's own jdeps, and holds it against the design.
 */
class ArchitectureTest {
  private static final Pattern EDGE =
      Pattern.compile("^ {3}(io\\.botflow\\.\\S+) +-> (io\\.botflow\\.\\S+).*$");

  /** What a module's packages may use besides themselves, by the packages' common prefix. */
  private static final Map<String, List<String>> ALLOWED =
      Map.of(
          "io.botflow.genesys", List.of(),
          "io.botflow.connector", List.of(),
          "io.botflow.messenger.telegram", List.of("io.botflow.connector"),
          "io.botflow.bridge.store.jdbc", List.of("io.botflow.bridge.store"),
          "io.botflow.bridge", List.of("io.botflow.genesys", "io.botflow.connector"),
          "io.botflow.testkit.genesys",
              List.of(
                  "io.botflow.connector.web", "io.botflow.bridge.web", "io.botflow.testkit.http"),
          "io.botflow.testkit.telegram",
              List.of(
                  "io.botflow.connector.web", "io.botflow.bridge.web", "io.botflow.testkit.http"),
          "io.botflow.testkit.store", List.of("io.botflow.bridge.store"),
          "io.botflow.testkit.bot", List.of("io.botflow.connector", "io.botflow.bridge.bot"));

  private static final Map<String, Set<String>> uses = new TreeMap<>();

  @BeforeAll
  static void readDependencies() {
    List<String> places = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      String name = new File(entry).getName();
      boolean ours =
          entry.endsWith("target/classes")
              || name.matches("(genesys-|bot-connector-|messenger-|botflow-).*\\.jar");
      if (ours) {
        places.add(entry);
      }
    }
    StringWriter out = new StringWriter();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-verbose:package",
                "--multi-release",
                "base",
                "-cp",
                String.join(File.pathSeparator, places)));
    arguments.addAll(places);
    int status =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                arguments.toArray(String[]::new));
    assertEquals(0, status, out.toString());
    for (String line : out.toString().lines().toList()) {
      Matcher edge = EDGE.matcher(line);
      if (edge.matches() && !edge.group(1).equals(edge.group(2))) {
        uses.computeIfAbsent(edge.group(1), p -> new TreeSet<>()).add(edge.group(2));
      }
    }
    assertTrue(uses.containsKey("io.botflow.bridge"), "jdeps found no packages of ours: " + out);
  }

  @Test
  void packagesHaveNoCycles() {
    assertEquals(List.of(), cycle(uses));
  }

  @Test
  void aCycleIsSeen() {
    assertFalse(cycle(Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a"))).isEmpty());
  }

  @Test
  void modulesUseOnlyWhatTheDesignAllows() {
    assertEquals(List.of(), violations(uses));
  }

  @Test
  void aForbiddenUseIsSeen() {
    assertFalse(
        violations(Map.of("io.botflow.messenger.telegram", Set.of("io.botflow.genesys")))
            .isEmpty());
    assertFalse(
        violations(Map.of("io.botflow.messenger.telegram", Set.of("io.botflow.genesys.internal")))
            .isEmpty());
  }

  private static List<String> violations(Map<String, Set<String>> uses) {
    List<String> violations = new ArrayList<>();
    uses.forEach(
        (from, targets) -> {
          String module = module(from);
          for (String to : targets) {
            boolean same = module(to).equals(module);
            boolean allowed =
                same
                    || ALLOWED.getOrDefault(module, List.of("io.botflow")).stream()
                        .anyMatch(to::startsWith);
            boolean foreignInternal = !same && to.contains(".internal");
            if (!allowed || foreignInternal) {
              violations.add(from + " -> " + to);
            }
          }
        });
    return violations;
  }

  private static String module(String name) {
    return ALLOWED.keySet().stream()
        .filter(prefix -> name.equals(prefix) || name.startsWith(prefix + "."))
        .max((a, b) -> Integer.compare(a.length(), b.length()))
        .orElse(name);
  }

  private static List<String> cycle(Map<String, Set<String>> uses) {
    Set<String> done = new HashSet<>();
    for (String start : uses.keySet()) {
      List<String> found = walk(start, uses, new LinkedHashSet<>(), done);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static List<String> walk(
      String at, Map<String, Set<String>> uses, Set<String> path, Set<String> done) {
    if (path.contains(at)) {
      List<String> cycle = new ArrayList<>(path);
      cycle.add(at);
      return cycle;
    }
    if (!done.add(at)) {
      return List.of();
    }
    path.add(at);
    for (String next : uses.getOrDefault(at, Set.of())) {
      List<String> found = walk(next, uses, path, done);
      if (!found.isEmpty()) {
        return found;
      }
    }
    path.remove(at);
    return List.of();
  }
}
