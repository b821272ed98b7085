// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.content.Direction;
import io.botflow.genesys.content.MessageType;
import io.botflow.genesys.content.MessagingChannel;
import io.botflow.genesys.internal.json.WireJson;
import java.io.IOException;
import javax.annotation.Nullable;

/**
 * A notification of a type that this version does not know, or whose fields do not fit its type.
 *
 * @param json the whole JSON object as it came; written back unchanged
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/outboundMessages">Outbound
 *     messages</a>
 */
public record UnknownNotification(@JsonValue JsonNode json) implements Notification {

  @Override
  @Nullable
  public String id() {
    return text("id");
  }

  @Override
  public MessageType type() {
    return new MessageType(json.path("type").asText(""));
  }

  @Override
  @Nullable
  public MessagingChannel channel() {
    JsonNode channel = json.path("channel");
    if (!channel.isObject()) {
      return null;
    }
    try {
      return WireJson.bind(channel, MessagingChannel.class);
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  @Nullable
  public Direction direction() {
    String direction = text("direction");
    return direction == null ? null : new Direction(direction);
  }

  @Override
  @Nullable
  public String conversationId() {
    return text("conversationId");
  }

  @Override
  public <R> R accept(NotificationVisitor<R> visitor) {
    return visitor.unknown(this);
  }

  @Nullable
  private String text(String field) {
    JsonNode value = json.path(field);
    return value.isTextual() ? value.asText() : null;
  }
}
