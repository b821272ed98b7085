// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mypurecloud.sdk.v2.ApiClient;
import com.mypurecloud.sdk.v2.ApiDateFormat;
import com.mypurecloud.sdk.v2.model.Flow;
import com.mypurecloud.sdk.v2.model.User;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.Nullable;
import org.joda.time.LocalDate;

/**
 * Documents that the SDK writes, with every property set. Variant by variant, each property of an
 * enumerated type goes through all values; {@link #variants} says how many it takes.
 */
final class SdkSamples {
  private static final ObjectMapper SDK = ApiClient.buildObjectMapper(new ApiDateFormat());

  /** What leads out of our field into half of the SDK; their plain values are enough. */
  private static final Set<Class<?>> MARGIN = Set.of(User.class, Flow.class);

  private final int variant;
  private final Random random;
  private final Deque<Class<?>> path = new ArrayDeque<>();
  private int widestEnumeration = 1;

  private SdkSamples(int variant) {
    this.variant = variant;
    this.random = new Random(variant);
  }

  /** How many variants show every value of every enumeration in the model. */
  static int variants(Class<?> model) {
    SdkSamples samples = new SdkSamples(0);
    samples.bean(model);
    return samples.widestEnumeration;
  }

  /** One document, as the SDK writes it. */
  static JsonNode json(Class<?> model, int variant) {
    return write(new SdkSamples(variant).bean(model));
  }

  /** What the SDK writes for a value. */
  static JsonNode write(Object value) {
    try {
      return OurSamples.tree(SDK.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The properties of a model, by their names on the wire. */
  static Map<String, Method> properties(Class<?> model) {
    Map<String, Method> getters = new TreeMap<>();
    for (Method getter : model.getMethods()) {
      JsonProperty property = getter.getAnnotation(JsonProperty.class);
      if (property != null) {
        getters.put(property.value(), getter);
      }
    }
    return getters;
  }

  private Object bean(Class<?> model) {
    path.push(model);
    try {
      Object bean = model.getConstructor().newInstance();
      for (Map.Entry<String, Method> property : properties(model).entrySet()) {
        Type type = property.getValue().getGenericReturnType();
        set(bean, property.getValue(), value(type, property.getKey()));
      }
      return bean;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(model.getName(), e);
    } finally {
      path.pop();
    }
  }

  /** Read-only properties have no setter; the field has the getter's name. */
  private static void set(Object bean, Method getter, @Nullable Object value)
      throws ReflectiveOperationException {
    String name = getter.getName().substring("get".length());
    Field field =
        bean.getClass().getDeclaredField(Character.toLowerCase(name.charAt(0)) + name.substring(1));
    field.setAccessible(true);
    field.set(bean, value);
  }

  @Nullable
  private Object value(Type type, String name) {
    if (type instanceof ParameterizedType generic) {
      return collection(generic, name);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      List<?> constants = constants(plain);
      widestEnumeration = Math.max(widestEnumeration, constants.size());
      return constants.get(variant % constants.size());
    }
    if (plain == Object.class) {
      return Map.of("customAttributes", Map.of(name, "value-" + random.nextInt(1000)));
    }
    if (plain == String.class) {
      return name + "-" + random.nextInt(1000);
    }
    if (plain == Boolean.class) {
      return random.nextBoolean();
    }
    if (plain == Date.class) {
      return Date.from(Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt(1_000_000_000)));
    }
    if (plain == LocalDate.class) {
      return new LocalDate(2023, 1 + random.nextInt(12), 1 + random.nextInt(28));
    }
    return Number.class.isAssignableFrom(plain) ? number(plain) : nested(plain);
  }

  private Object number(Class<?> type) {
    int value = 1 + random.nextInt(100_000);
    if (type == Integer.class) {
      return value;
    }
    if (type == Long.class) {
      return value * 100_000L;
    }
    if (type == Float.class) {
      return value / 8f;
    }
    return type == Double.class ? (Object) (value / 8d) : BigDecimal.valueOf(value, 3);
  }

  @Nullable
  private Object nested(Class<?> model) {
    boolean endless = path.contains(model);
    boolean beyond = path.stream().anyMatch(MARGIN::contains);
    return endless || beyond ? null : bean(model);
  }

  @Nullable
  private Object collection(ParameterizedType type, String name) {
    Type[] arguments = type.getActualTypeArguments();
    Object element = value(arguments[arguments.length - 1], name);
    if (element == null) {
      return null;
    }
    if (type.getRawType() == List.class) {
      List<Object> list = new ArrayList<>(List.of(element));
      list.add(value(arguments[0], name));
      return list;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(name + "Key", element);
    map.put("other key", value(arguments[1], name));
    return map;
  }

  /** The values of an enumerated property, given as {@code Model.property}. */
  static List<?> values(String property) {
    String[] names = property.split("\\.", 2);
    Method getter = properties(Pairing.sdk(names[0])).get(names[1]);
    Class<?> type =
        getter.getGenericReturnType() instanceof ParameterizedType list
            ? (Class<?>) list.getActualTypeArguments()[0]
            : getter.getReturnType();
    return constants(type);
  }

  /** The values of an enumeration, without the one that stands for all unknown ones. */
  static List<?> constants(Class<?> enumeration) {
    return Arrays.stream(enumeration.getEnumConstants())
        .filter(constant -> !((Enum<?>) constant).name().equals("OUTDATEDSDKVERSION"))
        .toList();
  }
}
