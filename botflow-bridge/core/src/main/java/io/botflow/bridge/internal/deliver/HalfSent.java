// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.bridge.internal.dialogue.StoredValue;
import io.botflow.bridge.store.Notes;
import io.botflow.connector.message.MessageJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers of one part that went in several messages which of them are sent, so that none is sent
 * again when the next one has to be repeated. Safe for concurrent use, on several instances too.
 */
public final class HalfSent {
  private static final Duration LIFE = Duration.ofDays(8);
  private static final StoredValue.Form<Half> FORM =
      new StoredValue.Form<>(
          new Half("", List.of()), text -> MessageJson.read(text, Half.class), MessageJson::write);

  private final Notes notes;

  /**
   * Opens the memory.
   *
   * @param notes where it is kept
   */
  public HalfSent(Notes notes) {
    this.notes = notes;
  }

  /**
   * What is sent of a part.
   *
   * @param reason why it went in several messages
   * @param ids the messenger's ids of those that are sent, none when it was never begun
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Half(@JsonProperty("reason") String reason, @JsonProperty("ids") List<String> ids) {
    Half {
      reason = reason == null ? "" : reason;
      ids = ids == null ? List.of() : List.copyOf(ids);
    }
  }

  Half of(String part) {
    return value(part).read();
  }

  void sent(String part, String reason, String id) {
    value(part)
        .change(
            known -> {
              List<String> ids = new ArrayList<>(known.ids());
              ids.add(id);
              return new Half(reason, ids);
            });
  }

  private StoredValue<Half> value(String part) {
    return new StoredValue<>(notes, "half-sent:" + part, LIFE, FORM);
  }
}
