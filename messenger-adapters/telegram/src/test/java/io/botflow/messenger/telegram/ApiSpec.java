// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.Nullable;
import mockwebserver3.RecordedRequest;

/**
 * A machine-readable copy of the Bot API, against which every request of every test is checked:
 * known method, known parameters of the right JSON type, required ones present. Without the copy
 * (system property {@code botflow.fixtures}) nothing is checked.
 */
final class ApiSpec {
  private static final Pattern FORM_FIELD = Pattern.compile("form-data; name=\"(\\w+)\"");
  private static final @Nullable JsonNode METHODS = methods();

  private ApiSpec() {}

  static void check(RecordedRequest request) throws IOException {
    if (METHODS == null || !"POST".equals(request.getMethod())) {
      return;
    }
    String target = request.getTarget();
    String method = target.substring(target.lastIndexOf('/') + 1);
    JsonNode spec = METHODS.path(method);
    assertTrue(spec.isObject(), "unknown method " + method);
    String type = String.valueOf(request.getHeaders().get("Content-Type"));
    String body = Objects.requireNonNull(request.getBody()).utf8();
    Set<String> given = new HashSet<>();
    JsonNode json = null;
    if (type.equals("application/json")) {
      json = new ObjectMapper().readTree(body);
      json.fieldNames().forEachRemaining(given::add);
    } else {
      Matcher field = FORM_FIELD.matcher(body);
      while (field.find()) {
        given.add(field.group(1));
      }
    }
    for (JsonNode parameter : spec.path("fields")) {
      String name = parameter.path("name").asText();
      boolean present = given.remove(name);
      assertTrue(present || !parameter.path("required").asBoolean(), method + " lacks " + name);
      if (present && json != null) {
        assertTrue(
            fits(json.path(name), parameter.path("types")), method + ": wrong type of " + name);
      }
    }
    assertTrue(given.isEmpty(), method + " has no " + given);
  }

  private static boolean fits(JsonNode value, JsonNode types) {
    for (JsonNode type : types) {
      boolean fits =
          switch (type.asText()) {
            case "Integer" -> value.isIntegralNumber();
            case "Float" -> value.isNumber();
            case "String" -> value.isTextual();
            case "Boolean" -> value.isBoolean();
            default -> type.asText().startsWith("Array of") ? value.isArray() : value.isObject();
          };
      if (fits) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable JsonNode methods() {
    Path file =
        Path.of(System.getProperty("botflow.fixtures", "none"))
            .resolve("telegram/telegram-bot-api-10.1.api.json");
    try {
      return Files.exists(file) ? new ObjectMapper().readTree(file.toFile()).path("methods") : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
