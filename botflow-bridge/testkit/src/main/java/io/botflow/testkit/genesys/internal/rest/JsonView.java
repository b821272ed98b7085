// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/** An object in a JSON tree with its path, so that each violation can name the field. */
public final class JsonView {
  private final String path;
  private final ObjectNode node;

  private JsonView(String path, ObjectNode node) {
    this.path = path;
    this.node = node;
  }

  public static JsonView of(JsonNode root) {
    if (root instanceof ObjectNode object) {
      return new JsonView("", object);
    }
    throw InvalidBodyException.malformed();
  }

  public ObjectNode node() {
    return node;
  }

  public String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  @Nullable
  public JsonNode value(String name) {
    return node.hasNonNull(name) ? node.get(name) : null;
  }

  public JsonView object(String name) {
    JsonView child = optionalObject(name);
    if (child == null) {
      throw InvalidBodyException.missing(path, name);
    }
    return child;
  }

  @Nullable
  public JsonView optionalObject(String name) {
    JsonNode child = value(name);
    if (child == null) {
      return null;
    }
    if (child instanceof ObjectNode object) {
      return new JsonView(path(name), object);
    }
    throw InvalidBodyException.of(path(name) + " should be object");
  }

  public String text(String name) {
    String text = optionalText(name);
    if (text == null) {
      throw InvalidBodyException.missing(path, name);
    }
    return text;
  }

  public String nonEmpty(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      throw InvalidBodyException.of(path(name) + " should not be empty");
    }
    return text;
  }

  /** A text of a limited length without white space around it, as bots and intents are named. */
  public String name(String name, int maxLength) {
    String text = nonEmpty(name);
    if (!text.strip().equals(text)) {
      throw InvalidBodyException.of(path(name) + " should have no white space around it");
    }
    if (text.length() > maxLength) {
      throw InvalidBodyException.of(path(name) + " should be at most " + maxLength + " characters");
    }
    return text;
  }

  @Nullable
  public String optionalText(String name) {
    JsonNode child = value(name);
    if (child == null) {
      return null;
    }
    if (!child.isTextual()) {
      throw InvalidBodyException.of(path(name) + " should be string");
    }
    return child.textValue();
  }

  /** A list of texts; empty when absent. */
  public List<String> optionalTexts(String name) {
    JsonNode child = value(name);
    return child == null ? List.of() : texts(path(name), child);
  }

  /** A tree that is a list of texts. */
  public static List<String> texts(String path, JsonNode tree) {
    List<String> texts = new ArrayList<>();
    tree.forEach(item -> texts.add(item.asText()));
    boolean allTexts = tree.isArray() && tree.valueStream().allMatch(JsonNode::isTextual);
    if (!allTexts) {
      throw InvalidBodyException.of(path + " should be array of string");
    }
    return texts;
  }

  @Nullable
  public Boolean optionalFlag(String name) {
    JsonNode child = value(name);
    if (child == null) {
      return null;
    }
    if (!child.isBoolean()) {
      throw InvalidBodyException.of(path(name) + " should be boolean");
    }
    return child.booleanValue();
  }

  /** A whole number within bounds. */
  public long number(String name, long least, long most) {
    JsonNode child = value(name);
    if (child == null) {
      throw InvalidBodyException.missing(path, name);
    }
    if (!child.isIntegralNumber() || child.longValue() < least || child.longValue() > most) {
      throw InvalidBodyException.of(
          path(name) + " should be a whole number from " + least + " to " + most);
    }
    return child.longValue();
  }

  /** A value of an enum in any case, returned as the enum spells it. */
  public String oneOf(String name, String type, List<String> allowed) {
    String text = text(name);
    for (String value : allowed) {
      if (value.equalsIgnoreCase(text)) {
        return value;
      }
    }
    throw InvalidBodyException.notAllowed(text, type, allowed);
  }

  /** A value of an enum whose case matters. */
  public String exactly(String name, String type, List<String> allowed) {
    String text = text(name);
    if (allowed.contains(text)) {
      return text;
    }
    throw InvalidBodyException.notAllowed(text, type, allowed);
  }

  public Instant time(String name) {
    return WireTime.parse(text(name));
  }

  public List<JsonView> objects(String name, int most) {
    if (!has(name)) {
      throw InvalidBodyException.missing(path, name);
    }
    List<JsonView> items = optionalObjects(name);
    if (items.size() > most) {
      throw InvalidBodyException.of(path(name) + " should have at most " + most + " items");
    }
    return items;
  }

  public List<JsonView> optionalObjects(String name) {
    JsonNode child = value(name);
    if (child == null) {
      return List.of();
    }
    if (!(child instanceof ArrayNode array)) {
      throw InvalidBodyException.of(path(name) + " should be array");
    }
    List<JsonView> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String itemPath = path(name) + "[" + i + "]";
      if (!(array.get(i) instanceof ObjectNode object)) {
        throw InvalidBodyException.of(itemPath + " should be object");
      }
      items.add(new JsonView(itemPath, object));
    }
    return items;
  }

  /** The members of an object whose values are objects, in their order. */
  public Map<String, JsonView> members(String name, int most) {
    JsonView child = optionalObject(name);
    if (child == null) {
      return Map.of();
    }
    if (child.node.size() > most) {
      throw InvalidBodyException.of(path(name) + " should have at most " + most + " members");
    }
    Map<String, JsonView> members = new LinkedHashMap<>();
    child.node.fieldNames().forEachRemaining(key -> members.put(key, child.object(key)));
    return members;
  }

  /** A flat map whose scalars become text; anything nested is refused as the platform does. */
  public Map<String, String> flat(String name) {
    return map(name, false);
  }

  /** A flat map of texts, where even a number is refused. */
  public Map<String, String> texts(String name) {
    return map(name, true);
  }

  private Map<String, String> map(String name, boolean textOnly) {
    JsonView child = optionalObject(name);
    if (child == null) {
      return Map.of();
    }
    Map<String, String> flat = new LinkedHashMap<>();
    child
        .node
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              if (textOnly && !value.isTextual()) {
                throw InvalidBodyException.of(child.path(entry.getKey()) + " should be string");
              }
              if (value.isContainerNode()) {
                throw InvalidBodyException.malformed();
              }
              flat.put(entry.getKey(), value.asText());
            });
    return flat;
  }
}
