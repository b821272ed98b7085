// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as its users start it: in a process of its own. */
class DemoTest {
  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(strings = {"--v2", "--v1"})
  void theWholeRouteRunsByBothVersionsOfBotConnector(String version) throws Exception {
    try (DemoProcess demo = DemoProcess.start(Map.of(), version)) {
      assertEquals(0, demo.awaitExit(), demo::output);
      List<String> lines = demo.output().lines().toList();
      assertEquals("route ok: 25 messages, 5 media, 0 lost", lines.get(lines.size() - 1));
      assertEquals(1, lines.stream().filter(line -> line.startsWith("route ok")).count());
      assertTrue(demo.output().contains("Genesys Cloud's record of conversation"));
    }
  }

  @Test
  void theReadmeShowsTheRealOutput() throws Exception {
    String readme = Files.readString(Path.of(System.getProperty("readme")));
    Matcher transcript = Pattern.compile("(?s)```text\n(.*?)\n```").matcher(readme);
    assertTrue(transcript.find(), "the README has no transcript");
    try (DemoProcess demo = DemoProcess.start(Map.of())) {
      assertEquals(0, demo.awaitExit(), demo::output);
      List<String> shown = withoutTimesAndIds(transcript.group(1));
      List<String> real = withoutTimesAndIds(demo.output());
      assertEquals(record(real), record(shown));
      List<String> invented = new ArrayList<>(shown);
      invented.remove("…");
      invented.removeAll(real);
      assertEquals(List.of(), invented, "the README shows hops that do not happen");
    }
  }

  /** The lines from the record on; what is said at the same time may change places. */
  private static List<String> record(List<String> lines) {
    int begin = lines.indexOf("Genesys Cloud's record of conversation ID");
    assertTrue(begin >= 0, lines::toString);
    return lines.subList(begin, lines.size()).stream().sorted().toList();
  }

  /** What is the same in each run. */
  private static List<String> withoutTimesAndIds(String output) {
    return output
        .lines()
        // A slow machine may see a call repeated; a README should not.
        .filter(line -> !line.contains("waits: "))
        .map(line -> line.replaceAll("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}", "TIME"))
        .map(line -> line.replaceAll("[0-9a-f]{8}(…|-[0-9a-f-]{27})", "ID"))
        .toList();
  }

  @Test
  void aMissingSettingIsNamedInOneLineAndNothingStarts() throws Exception {
    try (DemoProcess demo = DemoProcess.start(Map.of("TELEGRAM_TOKEN", "123456:abc"))) {
      assertEquals(2, demo.awaitExit());
      assertEquals("GENESYS_REGION is missing; see docs/live.md", demo.output().strip());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TELEGRAM_TOKEN, abc, token",
    "GENESYS_WEBHOOK_SECRET, short, webhookSecret",
    "PORT, 99999, PORT",
    "PUBLIC_URL, nowhere, PUBLIC_URL"
  })
  void aWrongSettingIsNamedInOneLineToo(String name, String value, String named) throws Exception {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "TELEGRAM_TOKEN", "123456:abcdefghijklmnopqrstuvwxyz012345678",
                "GENESYS_REGION", "eu-central-1",
                "GENESYS_CLIENT_ID", "id",
                "GENESYS_CLIENT_SECRET", "secret",
                "GENESYS_INTEGRATION_ID", "integration",
                "GENESYS_WEBHOOK_SECRET", "a-secret-of-the-webhook",
                "BOT_SECRET", "a-secret-of-the-bot",
                "PUBLIC_URL", "https://bridge.example.com",
                "PORT", "0",
                "BRIDGE_DATA", data.toString()));
    environment.put(name, value);
    try (DemoProcess demo = DemoProcess.start(environment)) {
      assertEquals(2, demo.awaitExit(), demo::output);
      assertEquals(1, demo.output().lines().count(), demo::output);
      assertTrue(demo.output().contains(named), demo::output);
    }
  }

  @Test
  void anUnknownRegionIsNamed() throws Exception {
    try (DemoProcess demo =
        DemoProcess.start(Map.of("TELEGRAM_TOKEN", "123456:abc", "GENESYS_REGION", "mars-1"))) {
      assertEquals(2, demo.awaitExit());
      assertTrue(demo.output().startsWith("GENESYS_REGION: "), demo::output);
      assertEquals(1, demo.output().lines().count());
    }
  }
}
