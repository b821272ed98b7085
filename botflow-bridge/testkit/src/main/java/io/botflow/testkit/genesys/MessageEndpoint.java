// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.List;
import java.util.Optional;

/** Messages as they are read: one by its id, and many of a conversation. */
final class MessageEndpoint {
  private static final int MAX_BULK = 1000;
  private static final Permission VIEW =
      Permission.any("conversation:message:view", "conversation:webmessaging:view");

  private final Ledger ledger;
  private final Conversations conversations;
  private final boolean normalizedOnly;

  MessageEndpoint(Ledger ledger, Conversations conversations, boolean normalizedOnly) {
    this.ledger = ledger;
    this.conversations = conversations;
    this.normalizedOnly = normalizedOnly;
  }

  void register(Routes routes) {
    String base = "/api/v2/conversations/messages/";
    routes
        .add("GET", base + "{messageId}/details", VIEW, this::details)
        .add("GET", base + "{conversationId}/messages/{messageId}", VIEW, this::message)
        .add("POST", base + "{conversationId}/messages/bulk", VIEW, this::bulk);
  }

  private WebResponse details(ApiCall call) {
    boolean normalized = normalized(call);
    String id = call.path("messageId");
    return Answers.ok(
        ledger.read(() -> data(conversations.withMessage(id), id, normalized).orElseThrow()));
  }

  private WebResponse message(ApiCall call) {
    boolean normalized = normalized(call);
    return Answers.ok(
        ledger.read(
            () ->
                data(conversation(call), call.path("messageId"), normalized)
                    .orElseThrow(ApiError::notFound)));
  }

  private WebResponse bulk(ApiCall call) {
    boolean normalized = normalized(call);
    List<String> ids = JsonView.texts("body", call.tree());
    if (ids.isEmpty() || ids.size() > MAX_BULK) {
      throw InvalidBodyException.of("body should have 1 to " + MAX_BULK + " message ids");
    }
    ObjectNode listing = Json.object();
    ArrayNode entities = listing.putArray("entities");
    ledger.run(
        () -> {
          Conversation conversation = conversation(call);
          ids.stream()
              .distinct()
              .flatMap(id -> data(conversation, id, normalized).stream())
              .forEach(entities::add);
        });
    return Answers.ok(listing);
  }

  private boolean normalized(ApiCall call) {
    return call.flag("useNormalizedMessage") || normalizedOnly;
  }

  private Conversation conversation(ApiCall call) {
    return conversations.require(call.path("conversationId"));
  }

  private static Optional<ObjectNode> data(
      Conversation conversation, String id, boolean normalized) {
    return conversation
        .message(id)
        .map(message -> MessageViews.data(conversation, message, normalized));
  }
}
