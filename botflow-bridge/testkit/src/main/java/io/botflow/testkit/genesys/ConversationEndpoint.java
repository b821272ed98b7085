// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Routes;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Conversations as a whole: how they are read, changed and ended. */
final class ConversationEndpoint {
  private static final String DISCONNECT = "conversation:communication:disconnect";
  private static final List<String> STATES =
      List.of(
          "alerting",
          "dialing",
          "contacting",
          "offering",
          "connected",
          "disconnected",
          "terminated",
          "converting",
          "uploading",
          "transmitting",
          "none");

  private final Ledger ledger;
  private final Conversations conversations;
  private final Routing routing;
  private final ConversationViews views;

  ConversationEndpoint(
      Ledger ledger, Conversations conversations, Routing routing, ConversationViews views) {
    this.ledger = ledger;
    this.conversations = conversations;
    this.routing = routing;
    this.views = views;
  }

  void register(Routes routes) {
    String any = "/api/v2/conversations/{conversationId}";
    String message = "/api/v2/conversations/messages/{conversationId}";
    String participant = message + "/participants/{participantId}";
    Permission view = Permission.all("conversation:communication:view");
    Permission end = Permission.any(DISCONNECT);
    routes
        .add("GET", any, view, call -> read(call, views::conversation))
        .add("DELETE", any, end, call -> end(call, "client", () -> WebResponse.empty(204)))
        .add(
            "POST",
            any + "/disconnect",
            end,
            call -> end(call, "system", () -> Answers.ok(TextNode.valueOf(""))))
        .add("GET", message, Permission.none(), call -> read(call, views::messageConversation))
        .add(
            "PATCH",
            message,
            Permission.any(DISCONNECT, "conversation:message:park"),
            this::patchConversation)
        .add(
            "PATCH",
            participant,
            Permission.any(
                "conversation:participant:wrapup", "conversation:call:record", DISCONNECT),
            this::patchParticipant)
        .add(
            "PATCH",
            participant + "/communications/{communicationId}",
            Permission.none(),
            this::patchCommunication)
        .add("PATCH", participant + "/attributes", Permission.none(), this::patchAttributes);
  }

  private interface View {
    ObjectNode of(Conversation conversation);
  }

  private WebResponse read(ApiCall call, View view) {
    return Answers.ok(ledger.read(() -> view.of(conversation(call))));
  }

  private Conversation conversation(ApiCall call) {
    return conversations.require(call.path("conversationId"));
  }

  private Participant participant(ApiCall call) {
    return conversation(call)
        .participant(call.path("participantId"))
        .orElseThrow(ApiError::notFound);
  }

  private WebResponse end(ApiCall call, String type, Supplier<WebResponse> answer) {
    ledger.run(() -> routing.end(conversation(call), null, type));
    return answer.get();
  }

  private WebResponse patchConversation(ApiCall call) {
    JsonView body = call.body();
    String state = body.oneOf("state", "State", STATES);
    if (!state.equals("disconnected")) {
      throw InvalidBodyException.of("state can only become disconnected here, not " + state);
    }
    return Answers.ok(
        ledger.call(
            () -> {
              routing.end(conversation(call), null, "client");
              return views.conversation(conversation(call));
            }));
  }

  private WebResponse patchParticipant(ApiCall call) {
    boolean leaves = leaves(call.body());
    ledger.run(() -> patch(conversation(call), participant(call), leaves));
    return WebResponse.empty(202);
  }

  private WebResponse patchCommunication(ApiCall call) {
    boolean leaves = leaves(call.body());
    ledger.run(
        () -> {
          Participant participant = participant(call);
          if (!participant.communicationId().equals(call.path("communicationId"))) {
            throw ApiError.notFound();
          }
          patch(conversation(call), participant, leaves);
        });
    return Answers.ok(Json.object());
  }

  /** A body without a state asks for something that is not simulated, and changes nothing. */
  private static boolean leaves(JsonView body) {
    if (!body.has("state")) {
      return false;
    }
    String state = body.oneOf("state", "State", STATES);
    if (!List.of("connected", "disconnected").contains(state)) {
      throw InvalidBodyException.of("state can only become disconnected here, not " + state);
    }
    return state.equals("disconnected");
  }

  /** Whoever leaves ends the conversation: on one side there is never more than one. */
  private void patch(Conversation conversation, Participant participant, boolean leaves) {
    if (leaves && participant.connected()) {
      routing.end(conversation, participant, "client");
    }
  }

  private WebResponse patchAttributes(ApiCall call) {
    JsonView body = call.body();
    body.object("attributes");
    Map<String, String> more = body.texts("attributes");
    ObjectNode answer = Json.object();
    ObjectNode all = answer.putObject("attributes");
    ledger.run(
        () -> {
          Participant participant = participant(call);
          participant.attributes(more);
          participant.attributes().forEach(all::put);
        });
    return Answers.ok(answer);
  }
}
