// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.Endpoint;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Routes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/** The four inbound addresses of open messaging. */
final class InboundEndpoint {
  private static final Permission RECEIVE = Permission.all("conversation:message:receive");
  private static final List<String> ID_TYPES = List.of("Email", "Phone", "Opaque");

  private final Integrations integrations;
  private final Conversations conversations;
  private final Receipts receipts;
  private final Settings settings;
  private final Traffic traffic;

  InboundEndpoint(
      Integrations integrations,
      Conversations conversations,
      Receipts receipts,
      Settings settings,
      Traffic traffic) {
    this.integrations = integrations;
    this.conversations = conversations;
    this.receipts = receipts;
    this.settings = settings;
    this.traffic = traffic;
  }

  void register(Routes routes, Faults faults, Workers workers) {
    String open = "/api/v2/conversations/messages/{integrationId}/inbound/open/";
    Map.<String, Endpoint>of(
            "message", call -> answer(message(integration(call), call)),
            "structured/response",
                call -> answer(structuredResponse(integration(call), call.body())),
            "event", call -> answer(event(integration(call), call.body())),
            "receipt", call -> answer(receipt(integration(call), call.body())))
        .forEach(
            (what, endpoint) ->
                routes.add("POST", open + what, RECEIVE, faults.around(endpoint, workers)));
  }

  private OpenIntegration integration(ApiCall call) {
    return integrations.active(call.path("integrationId")).orElseThrow(ApiError::notFound);
  }

  private WebResponse answer(ObjectNode body) {
    return Answers.of(settings.inboundApi().status(), body);
  }

  private ObjectNode message(OpenIntegration integration, ApiCall call) {
    boolean prefetch = call.flag("prefetchConversationId");
    InboundMessage inbound =
        InboundMessage.message(call.body(), settings.inboundApi().emptyMessagesAccepted());
    Conversations.Accepted accepted =
        conversations.accept(integration, inbound, TrafficEvent.Kind.INBOUND_MESSAGE);
    ObjectNode answer = accepted.answer().deepCopy();
    if (prefetch) {
      answer.put("conversationId", accepted.conversationId());
    }
    return answer;
  }

  private ObjectNode structuredResponse(OpenIntegration integration, JsonView body) {
    InboundMessage inbound = InboundMessage.structuredResponse(body);
    String originating = String.valueOf(inbound.originatingMessageId());
    if (!conversations.offered(integration, inbound.fromId(), originating)) {
      throw ApiError.notFound();
    }
    return conversations
        .accept(integration, inbound, TrafficEvent.Kind.INBOUND_STRUCTURED_RESPONSE)
        .answer();
  }

  private ObjectNode event(OpenIntegration integration, JsonView body) {
    JsonView channel = body.object("channel");
    JsonView from = channel.object("from");
    Instant time = channel.time("time");
    String idType = from.oneOf("idType", "RecipientIdType", ID_TYPES);
    String customer = from.nonEmpty("id");
    List<JsonView> events = body.objects("events", Integer.MAX_VALUE);
    if (events.isEmpty()) {
      throw InvalidBodyException.of("events should have at least one item");
    }
    events.forEach(event -> event.oneOf("eventType", "EventType", List.of("Typing")));
    report(
        TrafficEvent.Kind.INBOUND_EVENT,
        integration,
        conversations.connectedId(integration, customer),
        null,
        integration.typingInbound() ? "typing" : "typing, ignored because it is switched off");
    return InboundAnswers.typing(integration, from, idType, time);
  }

  private ObjectNode receipt(OpenIntegration integration, JsonView body) {
    return receipts.accept(integration, body, "to");
  }

  private void report(
      TrafficEvent.Kind kind,
      OpenIntegration integration,
      Optional<String> conversationId,
      @Nullable String messageId,
      String note) {
    traffic.report(
        kind,
        integration.label(),
        Traffic.GENESYS,
        conversationId.orElse(null),
        messageId,
        settings.inboundApi().status(),
        note);
  }
}
