// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.annotation.Nullable;

/**
 * Unmodifiable copies for wire records: absent becomes empty, the order of the wire is kept, null
 * elements fall out.
 */
public final class Copies {
  private Copies() {}

  /**
   * Copies a list.
   *
   * @param list what was given or read
   * @param <T> the element
   * @return an unmodifiable list without nulls, never null
   */
  public static <T> List<T> list(@Nullable List<T> list) {
    if (list == null || list.isEmpty()) {
      return List.of();
    }
    List<T> copy = new ArrayList<>(list);
    copy.removeIf(Objects::isNull);
    return Collections.unmodifiableList(copy);
  }

  /**
   * Copies a map.
   *
   * @param map what was given or read
   * @param <V> the value
   * @return an unmodifiable map without null values, in the same order, never null
   */
  public static <V> Map<String, V> map(@Nullable Map<String, V> map) {
    if (map == null || map.isEmpty()) {
      return Map.of();
    }
    Map<String, V> copy = new LinkedHashMap<>(map);
    copy.values().removeIf(Objects::isNull);
    return Collections.unmodifiableMap(copy);
  }

  /**
   * Copies the fields that a record does not know. Jackson hands them over in no order, so they are
   * put in one: what is written, read and written again is then the same text.
   *
   * @param fields what was given or read
   * @param <V> the value
   * @return an unmodifiable map without null values, ordered by name, never null
   */
  public static <V> Map<String, V> byName(@Nullable Map<String, V> fields) {
    if (fields == null || fields.isEmpty()) {
      return Map.of();
    }
    Map<String, V> copy = new TreeMap<>(fields);
    copy.values().removeIf(Objects::isNull);
    return Collections.unmodifiableMap(copy);
  }
}
