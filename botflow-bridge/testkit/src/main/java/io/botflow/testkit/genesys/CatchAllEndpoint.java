// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Routes;
import java.util.List;

/** The deprecated one address for inbound messages and receipts of all integrations. */
final class CatchAllEndpoint {
  private static final Permission RECEIVE = Permission.all("conversation:message:receive");
  private static final List<String> TYPES = List.of("Text", "Receipt");
  private static final List<String> DIRECTIONS = List.of("Inbound", "Outbound");

  private final Conversations conversations;
  private final Integrations integrations;
  private final Receipts receipts;
  private final Settings settings;

  CatchAllEndpoint(
      Conversations conversations,
      Integrations integrations,
      Receipts receipts,
      Settings settings) {
    this.conversations = conversations;
    this.integrations = integrations;
    this.receipts = receipts;
    this.settings = settings;
  }

  void register(Routes routes, Faults faults, Workers workers) {
    if (settings.conversationApi().catchAllInbound()) {
      routes.add(
          "POST",
          "/api/v2/conversations/messages/inbound/open",
          RECEIVE,
          faults.around(this::receive, workers));
    }
  }

  private WebResponse receive(ApiCall call) {
    JsonView body = call.body();
    String type = body.oneOf("type", "NormalizedMessageType", TYPES);
    if (body.has("direction")) {
      body.oneOf("direction", "MessageDirection", DIRECTIONS);
    }
    JsonView channel = body.object("channel");
    String to = channel.object("to").nonEmpty("id");
    OpenIntegration integration = integrations.active(to).orElseThrow(ApiError::notFound);
    return Answers.of(
        settings.inboundApi().status(),
        type.equals("Receipt")
            ? receipts.accept(integration, body, "from")
            : message(integration, body));
  }

  private ObjectNode message(OpenIntegration integration, JsonView body) {
    for (JsonView item : body.optionalObjects("content")) {
      String type = item.oneOf("contentType", "ContentType", List.of("Attachment"));
      if (!item.has("attachment")) {
        throw InvalidBodyException.of("content should have an attachment for " + type);
      }
    }
    InboundMessage inbound =
        InboundMessage.message(body, settings.inboundApi().emptyMessagesAccepted());
    return conversations
        .accept(integration, inbound, TrafficEvent.Kind.INBOUND_MESSAGE)
        .answer()
        .deepCopy()
        .put("direction", "Inbound");
  }
}
