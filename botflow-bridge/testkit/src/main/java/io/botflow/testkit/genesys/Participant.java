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
  private final String communicationId = Ids.uuid();
  private final ParticipantPurpose purpose;
  private final String name;
  private final Instant connectedAt;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private @Nullable String queue;
  private boolean outbound;
  private @Nullable Instant endedAt;
  private @Nullable String disconnectType;
  private String note = "";

  Participant(ParticipantPurpose purpose, String name, Instant connectedAt) {
    this.purpose = purpose;
    this.name = name;
    this.connectedAt = connectedAt;
  }

  String id() {
    return id;
  }

  /** The one line of this participation, over which its messages go. */
  String communicationId() {
    return communicationId;
  }

  ParticipantPurpose purpose() {
    return purpose;
  }

  String name() {
    return name;
  }

  /** The queue it is, or was offered from. */
  @Nullable
  String queue() {
    return queue;
  }

  Participant queue(@Nullable String value) {
    queue = value;
    return this;
  }

  /** Whether the platform's side began it. */
  boolean outbound() {
    return outbound;
  }

  Participant startedByUs() {
    outbound = true;
    return this;
  }

  Instant connectedAt() {
    return connectedAt;
  }

  @Nullable
  Instant endedAt() {
    return endedAt;
  }

  @Nullable
  String disconnectType() {
    return disconnectType;
  }

  Map<String, String> attributes() {
    return attributes;
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
        id, purpose, name, connectedAt, endedAt, disconnectType, note, attributes, communicationId);
  }
}
