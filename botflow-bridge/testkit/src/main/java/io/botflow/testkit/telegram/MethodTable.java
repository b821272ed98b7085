// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.Nullable;

/** The methods that the simulator knows, by name in any case. */
final class MethodTable {
  private final Map<String, Method> methods = new TreeMap<>();

  MethodTable(List<List<Method>> groups) {
    groups.forEach(group -> group.forEach(method -> methods.put(key(method.name()), method)));
  }

  @Nullable
  Method find(String name) {
    return methods.get(key(name));
  }

  Collection<Method> all() {
    return List.copyOf(methods.values());
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
