// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Json;
import javax.annotation.Nullable;

/** One webhook that waits for its turn. */
final class WebhookDelivery {
  private final Conversation conversation;
  private final @Nullable Message message;
  private final String from;
  private final String kind;
  private final byte[] body;

  /**
   * @param message the message that it carries, or null for an event
   */
  WebhookDelivery(
      Conversation conversation,
      @Nullable Message message,
      String from,
      String kind,
      ObjectNode body) {
    this.conversation = conversation;
    this.message = message;
    this.from = from;
    this.kind = kind;
    this.body = Json.bytes(body);
  }

  Conversation conversation() {
    return conversation;
  }

  @Nullable
  Message message() {
    return message;
  }

  String from() {
    return from;
  }

  String kind() {
    return kind;
  }

  byte[] body() {
    return body;
  }
}
