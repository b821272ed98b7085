// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reading and writing of JSON, each with the limits that fit its sender. */
final class Json {
  private static final int WEBHOOK_DEPTH = 64;
  private static final int WEBHOOK_STRING = 256 * 1024;

  /** For bodies that anyone who knows the webhook's secret may post. */
  private static final ObjectMapper WEBHOOKS =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(WEBHOOK_DEPTH)
                      .maxStringLength(WEBHOOK_STRING)
                      .build())
              .build());

  /** For answers over a connection that we opened; their size is limited where they are read. */
  private static final ObjectMapper ANSWERS = new ObjectMapper();

  private Json() {}

  static JsonNode webhook(byte[] body) throws IOException {
    return WEBHOOKS.readTree(body);
  }

  static JsonNode answer(byte[] body) throws IOException {
    return ANSWERS.readTree(body);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode texts(List<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  /**
   * The text of a tree. Written by way of a String on purpose: the byte generator refuses half a
   * surrogate pair, which a customer or an agent can type, while {@link String#getBytes} replaces
   * it.
   */
  static byte[] bytes(JsonNode node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  /** A node as a form field has it: a text without quotes, all else as JSON. */
  static String plain(JsonNode node) {
    return node.isTextual() ? node.textValue() : text(node);
  }

  static String text(JsonNode node) {
    try {
      return ANSWERS.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain JSON nodes is always writable", e);
    }
  }
}
