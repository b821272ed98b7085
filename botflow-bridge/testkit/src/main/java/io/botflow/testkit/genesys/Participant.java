// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Ids;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.annotation.Nullable;

/** A participation as it goes on; guarded by the ledger. */
final class Participant {
  private final String id = Ids.uuid();
  private final ParticipantPurpose purpose;
  private final String name;
  private final Instant connectedAt;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private @Nullable Instant endedAt;
  private @Nullable String disconnectType;
  private String note = "";

  Participant(ParticipantPurpose purpose, String name, Instant connectedAt) {
    this.purpose = purpose;
    this.name = name;
    this.connectedAt = connectedAt;
  }

  ParticipantPurpose purpose() {
    return purpose;
  }

  String name() {
    return name;
  }

  boolean connected() {
    return endedAt == null;
  }

  void attributes(Map<String, String> more) {
    attributes.putAll(more);
  }

  void note(String text) {
    note = text;
  }

  void end(Instant now, String type) {
    if (endedAt == null) {
      endedAt = now;
      disconnectType = type;
    }
  }

  ParticipantRecord snapshot() {
    return new ParticipantRecord(
        id, purpose, name, connectedAt, endedAt, disconnectType, note, attributes);
  }
}
