// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.direct;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.bridge.internal.dialogue.StoredValue;
import io.botflow.bridge.store.Notes;
import io.botflow.connector.message.MessageJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.annotation.Nullable;

/**
 * How a customer stands with the bot: in a session of it, with an operator, or neither.
 *
 * @param session the bot session, or null when none is open
 * @param heard the key of the last message that is in the transcript, or null
 * @param handedOver the key of what handed the customer to an operator, or null when none did
 * @param conversationId the conversation with the operator, once it is known
 * @param transcript what was said in the session, one line each
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Talk(
    @JsonProperty("session") @Nullable String session,
    @JsonProperty("heard") @Nullable String heard,
    @JsonProperty("handedOver") @Nullable String handedOver,
    @JsonProperty("conversation") @Nullable String conversationId,
    @JsonProperty("transcript") List<String> transcript) {
  private static final Talk NONE = new Talk(null, null, null, null, List.of());
  private static final StoredValue.Form<Talk> FORM =
      new StoredValue.Form<>(NONE, text -> MessageJson.read(text, Talk.class), MessageJson::write);
  // A customer may be with an operator for weeks, and nothing renews the note meanwhile.
  private static final Duration LIFE = Duration.ofDays(60);
  private static final int MOST_LINES = 40;

  Talk {
    transcript = List.copyOf(transcript);
  }

  static StoredValue<Talk> of(Notes notes, String route, String userId) {
    return new StoredValue<>(notes, "talk:" + Talks.owner(route, userId), LIFE, FORM);
  }

  boolean withOperator() {
    return handedOver != null;
  }

  /** Whether it was this message that handed the customer over: it is being carried still. */
  boolean handedOverBy(String key) {
    return key.equals(handedOver);
  }

  /** With a session; a new one when there is none, or an operator had the customer. */
  Talk begun() {
    return session == null || withOperator()
        ? new Talk(UUID.randomUUID().toString(), heard, null, null, List.of())
        : this;
  }

  /** The last lines are kept; a message that is carried again is not noted again. */
  Talk noted(String key, List<String> lines) {
    return key.equals(heard) ? this : with(key, lines);
  }

  /** What the bot said between two messages. */
  Talk said(List<String> lines) {
    return with(heard, lines);
  }

  private Talk with(@Nullable String key, List<String> lines) {
    List<String> all = new ArrayList<>(transcript);
    all.addAll(lines);
    int surplus = Math.max(0, all.size() - MOST_LINES);
    return new Talk(session, key, handedOver, conversationId, all.subList(surplus, all.size()));
  }

  /** The bot has come to an end, if it still has the customer in that session. */
  Talk ended(String ofSession) {
    return ofSession.equals(session) && !withOperator() ? ended() : this;
  }

  /** The bot has come to an end. */
  Talk ended() {
    return new Talk(null, heard, null, null, List.of());
  }

  Talk handedOver(String key) {
    return new Talk(session, heard, key, conversationId, transcript);
  }

  Talk in(@Nullable String conversation) {
    return new Talk(session, heard, handedOver, conversation, List.of());
  }

  /** Shows how it stands, never what was said. */
  @Override
  public String toString() {
    return "Talk[session " + session + (withOperator() ? ", with an operator]" : "]");
  }
}
