// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.lane.EntryHandler;
import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.internal.lane.Progress;
import io.botflow.bridge.internal.translate.FromGenesys;
import io.botflow.bridge.internal.typing.OperatorTyping;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.NewEntry;
import io.botflow.genesys.content.MessagingChannel;
import io.botflow.genesys.webhook.MalformedWebhookException;
import io.botflow.genesys.webhook.MessageNotification;
import io.botflow.genesys.webhook.Notification;
import io.botflow.genesys.webhook.WebhookParser;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/** Carries messages of Genesys Cloud to a messenger, part by part. Thread-safe. */
public final class OutboundDelivery implements EntryHandler {
  private final Map<String, Route> routes;
  private final PartDelivery parts;
  private final OperatorTyping typing;
  private final Clock clock;

  /**
   * Makes the carrier.
   *
   * @param routes the routes by id
   * @param parts brings the parts
   * @param typing the sign that operators type, which a message ends
   * @param clock the time of receipts
   */
  public OutboundDelivery(
      Map<String, Route> routes, PartDelivery parts, OperatorTyping typing, Clock clock) {
    this.routes = Map.copyOf(routes);
    this.parts = parts;
    this.typing = typing;
    this.clock = clock;
  }

  @Override
  public Outcome handle(Entry entry, Progress progress) {
    Route route = routes.get(entry.route());
    if (route == null) {
      return Outcome.dead("there is no route for integration " + entry.route());
    }
    Notification notification;
    try {
      notification = WebhookParser.parse(entry.payload());
    } catch (MalformedWebhookException e) {
      return Outcome.dead("unreadable: " + e.getMessage());
    }
    String userId = userId(notification);
    if (!(notification instanceof MessageNotification message)
        || message.id() == null
        || userId == null) {
      return Outcome.dead(
          "a notification of type " + notification.type() + " that names no message or customer");
    }
    String messageId = message.id();
    Shipment shipment =
        new Shipment(
            route,
            entry,
            progress,
            route.peer(userId),
            messageId,
            message.conversationId(),
            (code, detail) -> List.of(receipt(messageId, userId, code, detail).entry(route.id())));
    typing.stopped(shipment.peer());
    FromGenesys.Said said = FromGenesys.parts(message.text(), message.content());
    return parts.carry(shipment, said.parts(), said.losses());
  }

  @Override
  public List<NewEntry> gaveUp(Entry entry, String reason) {
    parts.forget(entry);
    try {
      Notification notification = WebhookParser.parse(entry.payload());
      String userId = userId(notification);
      return notification.id() == null || userId == null
          ? List.of()
          : List.of(
              receipt(notification.id(), userId, Reasons.GENERAL, reason).entry(entry.route()));
    } catch (MalformedWebhookException e) {
      return List.of();
    }
  }

  private static @Nullable String userId(Notification notification) {
    MessagingChannel channel = notification.channel();
    return channel == null || channel.to() == null ? null : channel.to().id();
  }

  private Receipt receipt(String messageId, String userId, String code, String reason) {
    return new Receipt(messageId, userId, code, reason, clock.instant());
  }
}
