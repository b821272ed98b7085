// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * One JSON object of Telegram's, read leniently: what is missing, null or of another type than
 * asked for reads as absent, so that no input can raise an exception.
 */
final class WireObject {
  private static final Pattern DIGITS = Pattern.compile("-?\\d{1,19}");

  private final JsonNode node;

  private WireObject(JsonNode node) {
    this.node = node;
  }

  /** Wraps a node; what is no object reads as an object without fields. */
  static WireObject of(@Nullable JsonNode node) {
    return new WireObject(node != null && node.isObject() ? node : MissingNode.getInstance());
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  /** The names of all fields, in the order of the text. */
  List<String> fields() {
    List<String> names = new ArrayList<>();
    for (Iterator<String> all = node.fieldNames(); all.hasNext(); ) {
      names.add(all.next());
    }
    return names;
  }

  /** A text as it is, perhaps blank. */
  @Nullable
  String text(String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? value.textValue() : null;
  }

  /** A text that says something. */
  @Nullable
  String name(String field) {
    String text = text(field);
    return text == null || text.isBlank() ? null : text;
  }

  /** The texts of several fields, as far as they say something; null when none does. */
  @Nullable
  String names(String... fields) {
    String names =
        Stream.of(fields)
            .flatMap(field -> Stream.ofNullable(name(field)))
            .collect(Collectors.joining(" "));
    return names.isEmpty() ? null : names;
  }

  /** A numeric id as a text, whether it is written as a number or as a text. */
  @Nullable
  String id(String field) {
    String text = text(field);
    if (text != null) {
      return DIGITS.matcher(text).matches() ? text : null;
    }
    Long number = number(field);
    return number == null ? null : number.toString();
  }

  @Nullable
  Long number(String field) {
    JsonNode value = node.path(field);
    return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : null;
  }

  @Nullable
  Double decimal(String field) {
    JsonNode value = node.path(field);
    return value.isNumber() && Double.isFinite(value.doubleValue()) ? value.doubleValue() : null;
  }

  boolean flag(String field) {
    return node.path(field).isBoolean() && node.path(field).booleanValue();
  }

  WireObject object(String field) {
    return of(node.get(field));
  }

  /** The objects of an array; elements that are no objects are left out. */
  List<WireObject> objects(String field) {
    List<WireObject> objects = new ArrayList<>();
    for (JsonNode element : array(field)) {
      if (element.isObject()) {
        objects.add(of(element));
      }
    }
    return objects;
  }

  /** The elements of an array of any kind; none when the field is no array. */
  Iterable<JsonNode> array(String field) {
    JsonNode value = node.path(field);
    return value.isArray() ? value : List.of();
  }

  /** The field as it is, for keeping. */
  JsonNode raw(String field) {
    return node.path(field);
  }
}
