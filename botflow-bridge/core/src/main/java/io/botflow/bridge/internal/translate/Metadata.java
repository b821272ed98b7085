// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import io.botflow.genesys.openmessaging.InboundMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The raw values that go along with a message. What flows decide by is participant data, in {@code
 * customAttributes}; the rest is {@code metadata}, which is flat and holds strings only.
 *
 * @param values the values that fit, in a stable order
 * @param losses what did not fit
 */
record Metadata(Map<String, String> values, List<String> losses) {
  private static final Set<String> PARTICIPANT_DATA = Set.of("entry.ref", "phone");

  static Metadata of(Map<String, String> values, int maxBytes) {
    Map<String, String> fitting = new TreeMap<>();
    List<String> losses = new ArrayList<>();
    int bytes = 0;
    for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
      int more = length(value.getKey()) + length(value.getValue());
      if (value.getKey().isBlank() || bytes + more > maxBytes) {
        losses.add("metadata " + value.getKey() + " left out: more than " + maxBytes + " bytes");
      } else {
        bytes += more;
        fitting.put(value.getKey(), value.getValue());
      }
    }
    return new Metadata(fitting, losses);
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  void addTo(InboundMessage.Builder message) {
    values.forEach(
        (name, value) -> {
          if (PARTICIPANT_DATA.contains(name)) {
            message.customAttribute(name, value);
          } else {
            message.metadata(name, value);
          }
        });
  }

  /** Shows the names, never the values. */
  @Override
  public String toString() {
    return "Metadata[" + values.keySet() + "]";
  }
}
