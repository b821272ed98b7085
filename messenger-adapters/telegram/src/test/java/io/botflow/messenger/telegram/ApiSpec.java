// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.Nullable;
import mockwebserver3.RecordedRequest;

/**
 * A machine-readable copy of the Bot API, against which every request of every test is checked:
 * known method, known parameters of the right type down to the innermost object, required ones
 * present. Without the copy (system property {@code botflow.fixtures}) nothing is checked, which is
 * said once.
 */
final class ApiSpec {
  private static final Pattern FORM_FIELD =
      Pattern.compile(
          "form-data; name=\"(\\w+)\"(; filename=[^\r]*)?\r\n(?:Content-Type:[^\r]*\r\n)?\r\n"
              + "([^\r]*)");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final @Nullable JsonNode METHODS = methods();
  private static final @Nullable JsonNode TYPES = part("types");

  private ApiSpec() {}

  static void check(RecordedRequest request) throws IOException {
    if (METHODS == null || !"POST".equals(request.getMethod())) {
      return;
    }
    String target = request.getTarget();
    String method = target.substring(target.lastIndexOf('/') + 1);
    check(
        method,
        String.valueOf(request.getHeaders().get("Content-Type")),
        Objects.requireNonNull(request.getBody()).utf8());
  }

  static boolean present() {
    return METHODS != null;
  }

  static void check(String method, String type, String body) throws IOException {
    JsonNode spec = Objects.requireNonNull(METHODS).path(method);
    assertTrue(spec.isObject(), "unknown method " + method);
    ObjectNode given =
        type.equals("application/json")
            ? (ObjectNode) JSON.readTree(body)
            : form(body, spec.path("fields"));
    checkFields(method, given, spec.path("fields"));
  }

  /** The fields of a form; what is no text by the specification must be JSON. */
  private static ObjectNode form(String body, JsonNode fields) throws IOException {
    Map<String, JsonNode> types = new HashMap<>();
    fields.forEach(field -> types.put(field.path("name").asText(), field.path("types")));
    ObjectNode given = JSON.createObjectNode();
    Matcher field = FORM_FIELD.matcher(body);
    while (field.find()) {
      String name = field.group(1);
      String value = field.group(3);
      JsonNode type = types.get(name);
      if (field.group(2) != null) {
        boolean attached = body.contains("attach://" + name + "\"");
        assertTrue(attached || (type != null && type.toString().contains("InputFile")), name);
        if (!attached) {
          given.put(name, "the file");
        }
      } else if (type == null || type.toString().contains("\"String\"")) {
        boolean number = type != null && type.toString().contains("Integer");
        given.set(name, number ? JSON.readTree(value) : JSON.valueToTree(value));
      } else {
        given.set(name, JSON.readTree(value));
      }
    }
    return given;
  }

  private static void checkFields(String where, JsonNode given, JsonNode fields) {
    List<String> unknown = new ArrayList<>();
    given.fieldNames().forEachRemaining(unknown::add);
    for (JsonNode field : fields) {
      String name = field.path("name").asText();
      boolean present = unknown.remove(name);
      assertTrue(present || !field.path("required").asBoolean(), where + " lacks " + name);
      if (present) {
        String fault = fault(where + "." + name, given.path(name), field.path("types"));
        assertNull(fault, fault);
      }
    }
    assertTrue(unknown.isEmpty(), where + " has no " + unknown);
  }

  /** Why a value is of none of the types; null when it is of one. */
  private static @Nullable String fault(String where, JsonNode value, JsonNode types) {
    String fault = where + " has no type";
    for (JsonNode type : types) {
      fault = fault(where, value, type.asText());
      if (fault == null) {
        return null;
      }
    }
    return fault;
  }

  private static @Nullable String fault(String where, JsonNode value, String type) {
    if (type.startsWith("Array of ")) {
      if (!value.isArray()) {
        return where + " is no array";
      }
      // The members of one array may be of several types: each array type is given apart.
      for (JsonNode member : value) {
        String fault = fault(where + "[]", member, type.substring("Array of ".length()));
        if (fault != null && !isKnown(member, type)) {
          return fault;
        }
      }
      return null;
    }
    boolean fits =
        switch (type) {
          case "Integer" -> value.isIntegralNumber();
          case "Float" -> value.isNumber();
          case "String", "InputFile" -> value.isTextual();
          case "Boolean" -> value.isBoolean();
          default -> value.isObject();
        };
    if (!fits) {
      return where + " is no " + type;
    }
    return value.isObject() ? object(where, value, type) : null;
  }

  private static @Nullable String object(String where, JsonNode value, String type) {
    JsonNode spec = Objects.requireNonNull(TYPES).path(type);
    if (spec.has("subtypes")) {
      return fault(where, value, spec.path("subtypes"));
    }
    try {
      checkFields(where + ":" + type, value, spec.path("fields"));
      return null;
    } catch (AssertionError e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** In an album each member is of the kind that its own field says. */
  private static boolean isKnown(JsonNode member, String type) {
    String kind = member.path("type").asText("x");
    String own = "InputMedia" + kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    return type.startsWith("Array of InputMedia") && object("media", member, own) == null;
  }

  private static @Nullable JsonNode methods() {
    JsonNode methods = part("methods");
    if (methods == null) {
      System.out.println(
          "Skipped: requests to Telegram are not checked, -Dbotflow.fixtures names no folder with"
              + " the Bot API's specification");
    }
    return methods;
  }

  private static @Nullable JsonNode part(String name) {
    Path file =
        Path.of(System.getProperty("botflow.fixtures", "none"))
            .resolve("telegram/telegram-bot-api-10.1.api.json");
    try {
      return Files.exists(file) ? new ObjectMapper().readTree(file.toFile()).path(name) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
