// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.QuickReplyContent;
import io.botflow.genesys.content.ReceiptStatus;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Wire records with every component filled, made by looking at their components. */
final class Samples {
  private static final Map<Type, Object> PLAIN =
      Map.of(
          String.class,
          "a-text-of-some-length",
          Long.class,
          5L,
          Integer.class,
          6,
          Boolean.class,
          true,
          Double.class,
          1.5,
          BigDecimal.class,
          new BigDecimal("0.50"),
          Instant.class,
          Instant.parse("2026-01-02T03:04:05.678Z"),
          JsonNode.class,
          TextNode.valueOf("json"),
          ReceiptStatus.class,
          ReceiptStatus.FAILED);

  private Samples() {}

  static Object of(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] =
          components[i].getName().equals("extra")
              ? Map.of("unknownField", TextNode.valueOf("kept"))
              : value(components[i].getGenericType());
    }
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static Object value(Type type) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? List.of(value(arguments[0]))
          : Map.of("key", value(arguments[1]));
    }
    if (type == Content.class) {
      return of(QuickReplyContent.class);
    }
    Object plain = PLAIN.get(type);
    return plain != null ? plain : of((Class<?>) type);
  }
}
