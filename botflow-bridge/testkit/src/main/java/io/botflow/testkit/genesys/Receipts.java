// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import java.util.List;
import java.util.Optional;

/** Receipts of the integration for the platform's messages. */
final class Receipts {
  private static final List<String> STATUSES =
      List.of("Sent", "Delivered", "Failed", "Published", "Removed");

  private final Conversations conversations;
  private final Settings settings;
  private final Traffic traffic;

  Receipts(Conversations conversations, Settings settings, Traffic traffic) {
    this.conversations = conversations;
    this.settings = settings;
    this.traffic = traffic;
  }

  /**
   * Records a receipt; the answer says with which status.
   *
   * @param side where the channel names the customer, {@code to} or {@code from}
   */
  ObjectNode accept(OpenIntegration integration, JsonView body, String side) {
    String id = body.nonEmpty("id");
    JsonView customer = body.object("channel").object(side);
    String customerId = customer.nonEmpty("id");
    body.object("channel").time("time");
    String status = body.oneOf("status", "MessageReceiptStatus", STATUSES);
    Boolean last = body.optionalFlag("isFinalReceipt");
    List<String> reasons =
        body.optionalObjects("reasons").stream().map(r -> Reason.read(r).text()).toList();
    Optional<String> conversation =
        conversations.receipt(
            integration,
            customerId,
            id,
            new ReceiptRecord(
                status, settings.clock().instant(), reasons, Boolean.TRUE.equals(last)));
    traffic.report(
        TrafficEvent.Kind.INBOUND_RECEIPT,
        integration.label(),
        Traffic.GENESYS,
        conversation.orElse(null),
        id,
        settings.inboundApi().status(),
        status);
    if (conversation.isPresent()) {
      return InboundAnswers.receipt(integration, customer, body, status);
    }
    if (settings.inboundApi().unknownReceiptsRejected()) {
      throw ApiError.notFound();
    }
    ObjectNode answer = InboundAnswers.receipt(integration, customer, body, "Failed");
    Reason unknown =
        new Reason("UnknownMessage", "No message with this id was sent to this customer.");
    answer.putArray("reasons").add(unknown.node());
    return answer;
  }
}
