// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Routes;
import io.botflow.testkit.genesys.internal.rest.WireTime;
import java.time.Instant;
import java.util.List;

/** Messages that a program sends to a customer without an agent. */
final class AgentlessEndpoint {
  private static final Permission CREATE = Permission.all("conversation:message:create");
  private static final List<String> MESSENGERS =
      List.of("sms", "whatsapp", "open", "webmessaging", "apple");

  private final Ledger ledger;
  private final Conversations conversations;
  private final Integrations integrations;
  private final Routing routing;
  private final Outbound outbound;
  private final Settings settings;

  AgentlessEndpoint(
      Ledger ledger,
      Conversations conversations,
      Integrations integrations,
      Routing routing,
      Outbound outbound,
      Settings settings) {
    this.ledger = ledger;
    this.conversations = conversations;
    this.integrations = integrations;
    this.routing = routing;
    this.outbound = outbound;
    this.settings = settings;
  }

  void register(Routes routes) {
    routes.add("POST", "/api/v2/conversations/messages/agentless", CREATE, this::send);
  }

  private record Order(
      OpenIntegration from, String to, String text, boolean intoActive, boolean normalizedOnly) {}

  private WebResponse send(ApiCall call) {
    if (call.caller().userName() != null) {
      throw ApiError.notAuthorized("An agentless message needs the token of a client.");
    }
    boolean normalized =
        call.flag("useNormalizedMessage") || settings.conversationApi().normalizedMessagesOnly();
    Order order = order(call.body(), normalized);
    return Answers.ok(ledger.call(() -> send(order, call.caller().clientId())));
  }

  private Order order(JsonView body, boolean normalized) {
    OutboundFields.requireOpen(body, MESSENGERS);
    if (body.has("messagingTemplate")) {
      throw InvalidBodyException.of(
          "messagingTemplate is not for open messaging, only textBody is");
    }
    String from = body.nonEmpty("fromAddress");
    OpenIntegration integration =
        integrations
            .active(from)
            .orElseThrow(
                () ->
                    InvalidBodyException.of("fromAddress should be an open messaging integration"));
    Boolean intoActive = body.optionalFlag("useExistingActiveConversation");
    return new Order(
        integration,
        body.nonEmpty("toAddress"),
        OutboundFields.text(body),
        Boolean.TRUE.equals(intoActive),
        normalized);
  }

  private ObjectNode send(Order order, String client) {
    boolean active =
        conversations.latest(order.from(), order.to()).filter(Conversation::connected).isPresent();
    if (active && !order.intoActive()) {
      throw ApiError.conflict(
          "There is a connected conversation with this customer; set useExistingActiveConversation"
              + " to send into it.");
    }
    Instant now = settings.clock().instant();
    Conversation conversation = conversations.current(order.from(), order.to(), "Opaque");
    Participant program = conversation.join(ParticipantPurpose.API, client, now).startedByUs();
    if (!active) {
      conversation.reopen();
      conversation
          .join(ParticipantPurpose.CUSTOMER, conversation.customerName(), now)
          .startedByUs();
    }
    Message message = outbound.text(conversation, program, order.text());
    ObjectNode answer = answer(order, conversation, message);
    if (active) {
      program.end(now, "client");
    } else {
      routing.end(conversation, program, "client");
    }
    return answer;
  }

  private static ObjectNode answer(Order order, Conversation conversation, Message message) {
    ObjectNode answer = Json.object();
    answer.put("id", message.id());
    answer.put("conversationId", conversation.id());
    answer.put("fromAddress", order.from().id());
    answer.put("toAddress", order.to());
    answer.put("messengerType", "open");
    if (!order.normalizedOnly()) {
      answer.put("textBody", order.text());
    }
    answer.put("useExistingActiveConversation", order.intoActive());
    ObjectNode data = MessageViews.data(conversation, message, order.normalizedOnly());
    answer.set("message", data);
    answer.put("timestamp", WireTime.format(message.time()));
    return answer.put("selfUri", data.path("selfUri").asText());
  }
}
