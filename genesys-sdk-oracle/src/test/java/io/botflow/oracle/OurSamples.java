// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.UnknownContent;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.annotation.Nullable;

/**
 * Our wire records with every component set; variant by variant with every value of each open
 * enumeration and every kind of content.
 */
final class OurSamples {
  /** A mapper as a user of the records has it: their annotations say everything. */
  private static final ObjectMapper PLAIN =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final int variant;
  private final Random random;
  private final Deque<Class<?>> path = new ArrayDeque<>();
  private int widest = 1;

  private OurSamples(int variant) {
    this.variant = variant;
    this.random = new Random(variant);
  }

  /** All variants of a record, as JSON. */
  static List<JsonNode> all(Class<?> wireRecord) {
    OurSamples first = new OurSamples(0);
    first.value(wireRecord, wireRecord.getSimpleName());
    List<JsonNode> all = new ArrayList<>();
    for (int variant = 0; variant < first.widest; variant++) {
      all.add(write(new OurSamples(variant).value(wireRecord, "value")));
    }
    return all;
  }

  /** What we write for a value. */
  static JsonNode write(Object value) {
    try {
      return tree(PLAIN.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** A document in a form that can be compared. */
  static JsonNode tree(String json) {
    try {
      return PLAIN.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Reads a document into one of our types. */
  static <T> T read(JsonNode json, Class<T> type) {
    try {
      return PLAIN.readValue(json.toString(), type);
    } catch (JsonProcessingException e) {
      throw new AssertionError("our " + type.getSimpleName() + " cannot read " + json, e);
    }
  }

  /** Whether a record is an open enumeration: one string, written as such. */
  static boolean isEnumeration(Class<?> type) {
    return type.isRecord()
        && type.getRecordComponents().length == 1
        && type.getRecordComponents()[0].getType() == String.class
        && type.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class);
  }

  /** The values that an open enumeration has a name for. */
  static List<Object> constants(Class<?> enumeration) {
    List<Object> constants = new ArrayList<>();
    for (Field field : enumeration.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == enumeration) {
        try {
          constants.add(field.get(null));
        } catch (IllegalAccessException e) {
          throw new LinkageError(field.toString(), e);
        }
      }
    }
    return constants;
  }

  @Nullable
  private Object value(Type type, String name) {
    if (type instanceof ParameterizedType generic) {
      return collection(generic, name);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return name + "-0123456789-" + random.nextInt(1000);
    }
    if (plain == Boolean.class) {
      return random.nextBoolean();
    }
    if (plain == Instant.class) {
      return Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt(1_000_000_000));
    }
    if (plain == Integer.class) {
      return random.nextInt(1000);
    }
    if (plain == Long.class) {
      return (long) random.nextInt(1000);
    }
    if (plain == Double.class) {
      return random.nextInt(1000) / 8d;
    }
    if (plain == BigDecimal.class) {
      return BigDecimal.valueOf(random.nextInt(1000), 3);
    }
    return plain == Content.class ? content(name) : wire(plain);
  }

  @Nullable
  private Object wire(Class<?> type) {
    if (isEnumeration(type)) {
      return anyOf(constants(type));
    }
    if (path.contains(type)) {
      return null;
    }
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new AssertionError("no sample of a " + type);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    path.push(type);
    try {
      Object[] values =
          Arrays.stream(components)
              .map(component -> value(component.getGenericType(), component.getName()))
              .toArray();
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    } finally {
      path.pop();
    }
  }

  @Nullable
  private Object content(String name) {
    List<Class<?>> kinds =
        Arrays.stream(Content.class.getPermittedSubclasses())
            .filter(kind -> kind != UnknownContent.class)
            .<Class<?>>map(kind -> kind)
            .toList();
    return value(anyOf(kinds), name);
  }

  private <T> T anyOf(List<T> choices) {
    widest = Math.max(widest, choices.size());
    return choices.get(variant % choices.size());
  }

  private Object collection(ParameterizedType type, String name) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      Object element = value(arguments[0], name);
      return element == null ? List.of() : List.of(element);
    }
    return arguments[1] == JsonNode.class
        ? Map.of()
        : Map.of(name + "Key", value(arguments[1], name));
  }
}
