// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.WireTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.annotation.Nullable;

/** Conversations in the two forms in which the API shows them; under the ledger. */
final class ConversationViews {
  private static final String PROVIDER = "PureCloud Messaging";

  private final boolean normalizedOnly;

  ConversationViews(boolean normalizedOnly) {
    this.normalizedOnly = normalizedOnly;
  }

  /** A {@code Conversation}, whatever its channel: each participant has a list of lines. */
  ObjectNode conversation(Conversation conversation) {
    ObjectNode view = Json.object();
    view.put("id", conversation.id());
    putTime(view, "startTime", conversation.startedAt());
    putTime(view, "endTime", conversation.endedAt());
    view.put("address", conversation.customerId());
    ArrayNode participants = view.putArray("participants");
    for (Participant participant : conversation.participants()) {
      ObjectNode one = participants.addObject();
      identity(one, conversation, participant);
      if (participant.purpose() == ParticipantPurpose.AGENT) {
        String user = userId(participant);
        one.put("userId", user).put("userUri", "/api/v2/users/" + user);
      }
      String queue = participant.queue();
      if (queue != null) {
        one.put("queueId", Ids.named("queue", queue)).put("queueName", queue);
      }
      one.putArray("messages").add(communication(conversation, participant));
    }
    view.put("recordingState", "NONE");
    view.putArray("divisions");
    return view.put("selfUri", "/api/v2/conversations/" + conversation.id());
  }

  /** A {@code MessageConversation}: each participant is its own line. */
  ObjectNode messageConversation(Conversation conversation) {
    ObjectNode view = Json.object();
    view.put("id", conversation.id());
    ArrayNode participants = view.putArray("participants");
    for (Participant participant : conversation.participants()) {
      ObjectNode one = participants.addObject();
      identity(one, conversation, participant);
      if (participant.purpose() == ParticipantPurpose.AGENT) {
        one.set("user", reference("/api/v2/users/", userId(participant)));
      }
      String queue = participant.queue();
      if (queue != null) {
        one.set("queue", reference("/api/v2/routing/queues/", Ids.named("queue", queue)));
      }
      one.put("held", false);
      line(one, conversation, participant);
    }
    view.putArray("otherMediaUris");
    return view.put("selfUri", "/api/v2/conversations/messages/" + conversation.id());
  }

  private static void identity(
      ObjectNode view, Conversation conversation, Participant participant) {
    view.put("id", participant.id());
    view.put("name", participant.name());
    putTime(view, "startTime", participant.connectedAt());
    putTime(view, "connectedTime", participant.connectedAt());
    putTime(view, "endTime", participant.endedAt());
    view.put("purpose", participant.purpose().name().toLowerCase(Locale.ROOT));
    if (participant.purpose() == ParticipantPurpose.CUSTOMER) {
      view.put("address", conversation.customerId());
    }
    view.put("wrapupRequired", false);
    view.putArray("mediaRoles").add("full");
    participant.attributes().forEach(view.putObject("attributes")::put);
  }

  private ObjectNode communication(Conversation conversation, Participant participant) {
    ObjectNode view = Json.object();
    view.put("id", participant.communicationId());
    view.put("initialState", "connected");
    view.put("held", false);
    putTime(view, "connectedTime", participant.connectedAt());
    putTime(view, "disconnectedTime", participant.endedAt());
    line(view, conversation, participant);
    return view;
  }

  private void line(ObjectNode view, Conversation conversation, Participant participant) {
    List<Message> said =
        conversation.messages().stream().filter(m -> m.speaker() == participant).toList();
    view.put("state", participant.connected() ? "connected" : "disconnected");
    view.put("direction", participant.outbound() ? "outbound" : "inbound");
    if (participant.disconnectType() != null) {
      view.put("disconnectType", participant.disconnectType());
    }
    view.put("provider", PROVIDER).put("type", "open").put("authenticated", false);
    ObjectNode customer = address(conversation.customerId(), conversation.customerName());
    OpenIntegration integration = conversation.integration();
    ObjectNode ours = address(integration.id(), integration.name());
    view.set("toAddress", participant.outbound() ? customer : ours);
    view.set("fromAddress", participant.outbound() ? ours : customer);
    ArrayNode messages = view.putArray("messages");
    for (Message message : said) {
      messages.add(MessageViews.details(conversation, message, normalizedOnly));
      if (MessageViews.failed(message)) {
        view.set("errorInfo", MessageViews.errorInfo(message));
      }
    }
  }

  private static ObjectNode address(String id, String name) {
    return Json.object()
        .put("name", name)
        .put("nameRaw", name)
        .put("addressNormalized", id)
        .put("addressRaw", id)
        .put("addressDisplayable", id);
  }

  private static ObjectNode reference(String base, String id) {
    return Json.object().put("id", id).put("selfUri", base + id);
  }

  private static String userId(Participant participant) {
    return Ids.named("user", participant.name());
  }

  private static void putTime(ObjectNode view, String field, @Nullable Instant time) {
    if (time != null) {
      view.put(field, WireTime.format(time));
    }
  }
}
