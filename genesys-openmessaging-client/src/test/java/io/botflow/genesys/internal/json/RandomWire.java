// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.genesys.botconnector.v1.SlotValue;
import io.botflow.genesys.content.Content;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Random JSON for a wire type, made by looking at its components: any field may be absent, any name
 * of an open enumeration may be new, and any object that keeps unknown fields gets some. All of it
 * is as the module would write it, so that it must come back the same.
 */
final class RandomWire {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 5;
  private static final String[] TEXTS = {
    "a",
    "Привіт, світе",
    "\uD83D\uDE00 ok",
    "\"quoted\"\n\t\\",
    " spaced ",
    "0",
    "null",
    "x y",
    "{}"
  };

  private final Random random;
  private final boolean complete;

  /** Complete JSON has every field, for records that require them; else a third is absent. */
  RandomWire(Random random, boolean complete) {
    this.random = random;
    this.complete = complete;
  }

  ObjectNode of(Class<?> type) {
    return record(type, 0);
  }

  private ObjectNode record(Class<?> type, int depth) {
    WireShape shape = WireShape.of(type);
    ObjectNode object = JSON.objectNode();
    if (!shape.contentType().isEmpty()) {
      object.put("contentType", shape.contentType());
    }
    shape
        .fields()
        .forEach(
            (name, field) -> {
              if (complete || random.nextInt(3 + depth) >= 1 + depth / 2) {
                JsonNode value =
                    field.names().isEmpty()
                        ? value(field.type(), depth + 1)
                        : JSON.textNode(name(field.names()));
                if (value != null) {
                  object.set(name, value);
                }
              }
            });
    if (shape.keepsUnknownFields()) {
      for (int i = random.nextInt(3); i > 0; i--) {
        object.set("new-" + i, anything(depth + 1));
      }
    }
    return object;
  }

  /** A value of a type, or null where it would be too deep. */
  private JsonNode value(Type type, int depth) {
    if (type instanceof ParameterizedType generic) {
      return collection(generic, depth);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return JSON.textNode(text());
    } else if (plain == Boolean.class || plain == boolean.class) {
      return JSON.booleanNode(random.nextBoolean());
    } else if (plain == Integer.class || plain == int.class) {
      return JSON.numberNode(random.nextInt(1_000));
    } else if (plain == Long.class || plain == long.class) {
      return JSON.numberNode(random.nextLong() >>> random.nextInt(64));
    } else if (plain == Double.class) {
      return JSON.numberNode(random.nextInt(1_000) + 0.25);
    } else if (plain == BigDecimal.class) {
      return JSON.numberNode(new BigDecimal("0." + random.nextInt(10) + "0"));
    } else if (plain == Instant.class) {
      return JSON.textNode(
          WireInstant.Writer.format(Instant.ofEpochMilli(random.nextLong() >>> 22)));
    } else if (plain == JsonNode.class) {
      return anything(depth);
    } else if (plain == SlotValue.class) {
      return JSON.objectNode().set("amount", anything(depth)); // never null: that is no value
    } else if (plain == Content.class) {
      return depth > DEEPEST ? null : content(depth);
    }
    WireShape shape = WireShape.of(plain);
    if (shape.openEnum()) {
      return JSON.textNode(name(shape.names()));
    }
    return depth > DEEPEST ? null : record(plain, depth);
  }

  private JsonNode collection(ParameterizedType generic, int depth) {
    Type[] arguments = generic.getActualTypeArguments();
    Type element = arguments[arguments.length - 1];
    ArrayNode array = JSON.arrayNode();
    ObjectNode map = JSON.objectNode();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      JsonNode value = value(element, depth);
      if (value == null) {
        return null;
      }
      array.add(value);
      map.set("k" + i, value);
    }
    return generic.getRawType() == List.class ? array : map;
  }

  private JsonNode content(int depth) {
    Class<?>[] types = Content.class.getPermittedSubclasses();
    Class<?> type = types[random.nextInt(types.length)];
    return WireShape.of(type).keepsUnknownFields()
        ? record(type, depth)
        : JSON.objectNode().put("contentType", "New").set("new", anything(depth));
  }

  private String name(List<String> known) {
    return random.nextBoolean()
        ? "New-" + random.nextInt(100)
        : known.get(random.nextInt(known.size()));
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private JsonNode anything(int depth) {
    int kind = random.nextInt(depth > DEEPEST ? 5 : 7);
    return switch (kind) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(new BigDecimal(random.nextInt(100) + ".50"));
      case 3 -> JSON.numberNode(random.nextInt());
      case 4 -> JSON.textNode(text());
      case 5 -> JSON.arrayNode().add(anything(depth + 1)).add(anything(depth + 1));
      default -> {
        ObjectNode object = JSON.objectNode();
        object.set("b", anything(depth + 1));
        object.set("a", anything(depth + 1));
        yield object;
      }
    };
  }
}
