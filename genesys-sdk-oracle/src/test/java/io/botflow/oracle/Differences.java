// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Where two documents differ, by path: a readable failure where whole documents would not be. */
final class Differences {
  private final List<String> found = new ArrayList<>();

  private Differences() {}

  static List<String> between(JsonNode expected, JsonNode actual) {
    Differences differences = new Differences();
    differences.compare("$", expected, actual);
    return differences.found;
  }

  private void compare(String path, JsonNode expected, JsonNode actual) {
    if (expected.isObject() && actual.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      expected.fieldNames().forEachRemaining(names::add);
      actual.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> compare(path + "." + name, expected.path(name), actual.path(name)));
    } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(path + "[" + i + "]", expected.get(i), actual.get(i));
      }
    } else if (!expected.equals(actual) && !(isEmpty(expected) && isEmpty(actual))) {
      found.add(path + ": expected " + shown(expected) + " but was " + shown(actual));
    }
  }

  /** The SDK writes lists that nobody set as empty ones. */
  private static boolean isEmpty(JsonNode node) {
    return node.isMissingNode() || (node.isArray() && node.isEmpty());
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.toString();
  }
}
