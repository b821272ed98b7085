// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Set;

/** A payload without the words of anyone: what is left shows why it was not carried. */
final class Redaction {
  private static final ObjectMapper JSON = new ObjectMapper();

  // Codes of the platforms and of our own, never written by a person.
  private static final Set<String> CODES =
      Set.of(
          "contenttype",
          "direction",
          "eventtype",
          "idtype",
          "kind",
          "mediatype",
          "messenger",
          "mime",
          "mimetype",
          "originatingentity",
          "platform",
          "status",
          "type");

  private Redaction() {}

  static String of(String payload) {
    try {
      return redacted(JSON.readTree(payload)).toPrettyString();
    } catch (JsonProcessingException e) {
      return masked(payload).toPrettyString();
    }
  }

  private static JsonNode redacted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(
              field ->
                  copy.set(
                      field.getKey(),
                      CODES.contains(field.getKey().toLowerCase(Locale.ROOT))
                              && field.getValue().isTextual()
                          ? field.getValue()
                          : redacted(field.getValue())));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> copy.add(redacted(item)));
      return copy;
    }
    return node.isBoolean() || node.isNull() ? node : masked(node.asText());
  }

  private static TextNode masked(String text) {
    return TextNode.valueOf("*** (" + text.length() + ")");
  }
}
