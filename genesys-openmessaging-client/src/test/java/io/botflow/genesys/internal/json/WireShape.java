// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.Converter;
import io.botflow.genesys.content.Content;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a wire record looks like on the wire. Looked up once for each type: reflection reads the
 * annotations of a record anew each time it is asked.
 *
 * @param fields its fields by name
 * @param keepsUnknownFields whether fields that it does not know survive
 * @param contentType its discriminator, if it is an element of content; else empty
 * @param names the names of an open enumeration; empty for other records
 */
record WireShape(
    Map<String, Field> fields, boolean keepsUnknownFields, String contentType, List<String> names) {
  private static final Map<Class<?>, WireShape> KNOWN = new ConcurrentHashMap<>();

  /**
   * A field.
   *
   * @param type its type
   * @param names the names that it has in its own spelling; empty if it has none of its own
   */
  record Field(Type type, List<String> names) {}

  static WireShape of(Class<?> type) {
    return KNOWN.computeIfAbsent(type, WireShape::lookUp);
  }

  boolean openEnum() {
    return !names.isEmpty();
  }

  private static WireShape lookUp(Class<?> type) {
    try {
      Map<String, Field> fields = new LinkedHashMap<>();
      for (RecordComponent component : type.getRecordComponents()) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        if (property != null) {
          fields.put(property.value(), new Field(component.getGenericType(), ownNames(component)));
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
      for (Object constant : constants(type)) {
        names.add(constant.toString());
      }
    }
    return names;
  }

  private static List<Object> constants(Class<?> openEnum) throws ReflectiveOperationException {
    List<Object> constants = new ArrayList<>();
    for (java.lang.reflect.Field field : openEnum.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == openEnum) {
        constants.add(field.get(null));
      }
    }
    return constants;
  }

  /** What the converter of a component makes of the constants. */
  private static List<String> ownNames(RecordComponent component)
      throws ReflectiveOperationException {
    JsonSerialize written = component.getAccessor().getAnnotation(JsonSerialize.class);
    if (written == null
        || written.converter() == Converter.None.class
        || !WireTypes.isOpenEnum(component.getType())) {
      return List.of();
    }
    Constructor<?> constructor = written.converter().getDeclaredConstructor();
    constructor.setAccessible(true);
    @SuppressWarnings("unchecked") // it converts what the component holds
    Converter<Object, Object> converter = (Converter<Object, Object>) constructor.newInstance();
    List<String> names = new ArrayList<>();
    for (Object constant : constants(component.getType())) {
      names.add(converter.convert(constant).toString());
    }
    return names;
  }
}
