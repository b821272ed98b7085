// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class MethodTableTest {
  @Test
  void methodsAndParametersAreThoseOfTheBotApi() throws IOException {
    JsonNode api = specification().path("methods");
    try (TelegramSimulator telegram = TelegramSimulator.builder().start()) {
      assertEquals(30, telegram.methods().all().size());
      for (Method method : telegram.methods().all()) {
        assertTrue(api.has(method.name()), method.name());
        Set<String> required = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        for (JsonNode field : api.path(method.name()).path("fields")) {
          known.add(field.path("name").asText());
          if (field.path("required").asBoolean()) {
            required.add(field.path("name").asText());
          }
        }
        assertEquals(required, new TreeSet<>(method.required()), method.name());
        assertTrue(known.containsAll(method.parameters()), method.name());
      }
    }
  }

  private static JsonNode specification() throws IOException {
    String fixtures = System.getProperty("botflow.fixtures", "");
    Path file =
        Path.of(
            fixtures.contains("${") ? "" : fixtures, "telegram", "telegram-bot-api-10.1.api.json");
    boolean present = !fixtures.isEmpty() && Files.isRegularFile(file);
    if (!present) {
      System.out.println("skipped: no Bot API specification, set -Dbotflow.fixtures=<directory>");
    }
    Assumptions.assumeTrue(present, "no Bot API specification in botflow.fixtures");
    return Json.read(Files.readAllBytes(file));
  }
}
