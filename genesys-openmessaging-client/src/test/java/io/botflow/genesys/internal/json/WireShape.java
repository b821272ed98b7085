// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.content.Content;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a wire record looks like on the wire. Looked up once for each type: reflection reads the
 * annotations of a record anew each time it is asked.
 *
 * @param fields its fields by name, with their types
 * @param keepsUnknownFields whether fields that it does not know survive
 * @param contentType its discriminator, if it is an element of content; else empty
 * @param names the names of an open enumeration; empty for other records
 */
record WireShape(
    Map<String, Type> fields, boolean keepsUnknownFields, String contentType, List<String> names) {
  private static final Map<Class<?>, WireShape> KNOWN = new ConcurrentHashMap<>();

  static WireShape of(Class<?> type) {
    return KNOWN.computeIfAbsent(type, WireShape::lookUp);
  }

  boolean openEnum() {
    return !names.isEmpty();
  }

  private static WireShape lookUp(Class<?> type) {
    try {
      Map<String, Type> fields = new LinkedHashMap<>();
      for (RecordComponent component : type.getRecordComponents()) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        if (property != null) {
          fields.put(property.value(), component.getGenericType());
        }
      }
      boolean keeps = WireTypes.keepsUnknownFields(type);
      String contentType =
          keeps && Content.class.isAssignableFrom(type)
              ? ((Content) Samples.of(type)).contentType()
              : "";
      return new WireShape(fields, keeps, contentType, names(type));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }

  private static List<String> names(Class<?> type) throws ReflectiveOperationException {
    List<String> names = new ArrayList<>();
    if (WireTypes.isOpenEnum(type)) {
      for (Field field : Arrays.asList(type.getFields())) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
          names.add(String.valueOf(field.get(null)));
        }
      }
    }
    return names;
  }
}
