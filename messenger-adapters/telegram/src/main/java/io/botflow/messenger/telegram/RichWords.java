// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The words of a <a href="https://core.telegram.org/bots/api#richmessage">RichMessage</a> without
 * their formats: each block begins a line.
 */
final class RichWords {
  private static final int CHARS = 32 * 1024;

  /** The fields that hold words, in the order in which a reader meets them. */
  private static final List<String> WORDS =
      List.of(
          "label",
          "summary",
          "text",
          "alternative_text",
          "expression",
          "blocks",
          "items",
          "cells",
          "caption",
          "credit");

  private final StringBuilder words = new StringBuilder();

  private RichWords() {}

  static String of(WireObject message) {
    RichWords reader = new RichWords();
    reader.blocks(message.raw("blocks"));
    return reader.words.toString().strip();
  }

  private void blocks(JsonNode blocks) {
    for (JsonNode block : blocks) {
      if (words.length() > 0 && words.charAt(words.length() - 1) != '\n') {
        words.append('\n');
      }
      read(block);
    }
  }

  private void read(JsonNode node) {
    if (words.length() > CHARS) {
      return;
    }
    if (node.isTextual()) {
      words.append(node.textValue());
    } else if (node.isArray()) {
      node.forEach(this::read);
    } else if (node.isObject()) {
      for (String field : WORDS) {
        JsonNode value = node.path(field);
        if (field.equals("blocks") || field.equals("items") || field.equals("cells")) {
          blocks(value);
        } else if (!value.isMissingNode()) {
          read(value);
        }
      }
    }
  }
}
