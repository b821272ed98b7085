// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Replaces, removes and adds values somewhere in a JSON tree. */
final class Damage {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Damage() {}

  static void to(JsonNode tree, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(tree, containers);
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      JsonNode target = containers.get(random.nextInt(containers.size()));
      if (target instanceof ObjectNode object) {
        damage(object, random);
      } else if (target instanceof ArrayNode array && !array.isEmpty()) {
        array.set(random.nextInt(array.size()), value(random));
      }
    }
  }

  private static void damage(ObjectNode object, Random random) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty() || random.nextInt(8) == 0) {
      object.set("unknown_field", value(random));
    } else if (random.nextInt(3) == 0) {
      object.remove(names.get(random.nextInt(names.size())));
    } else {
      object.set(names.get(random.nextInt(names.size())), value(random));
    }
  }

  private static JsonNode value(Random random) {
    return switch (random.nextInt(14)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.textNode("");
      case 2 -> NODES.textNode(" \u0000\n\ud83d");
      case 3 -> NODES.textNode("private");
      case 4 -> NODES.numberNode(0);
      case 5 -> NODES.numberNode(-1);
      case 6 -> NODES.numberNode(Long.MAX_VALUE);
      case 7 -> NODES.numberNode(new BigInteger("9".repeat(60)));
      case 8 -> NODES.numberNode(1e300);
      case 9 -> NODES.numberNode(Double.NaN);
      case 10 -> NODES.booleanNode(true);
      case 11 -> NODES.arrayNode().add(1).add("x").addNull().add(NODES.objectNode());
      case 12 -> NODES.objectNode();
      default -> NODES.objectNode().put("message_id", true).put("id", "x").put("type", 5);
    };
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }
}
