// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.accept;

import io.botflow.bridge.internal.fetch.FetchOrder;
import io.botflow.bridge.internal.lane.LaneKeys;
import io.botflow.bridge.internal.translate.FromGenesys;
import io.botflow.bridge.internal.turn.Wordless;
import io.botflow.bridge.internal.typing.OperatorTyping;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.NewEntry;
import io.botflow.connector.message.Part;
import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import io.botflow.genesys.content.EventType;
import io.botflow.genesys.content.MessageEvent;
import io.botflow.genesys.content.MessagingChannel;
import io.botflow.genesys.webhook.EventNotification;
import io.botflow.genesys.webhook.MalformedWebhookException;
import io.botflow.genesys.webhook.MessageNotification;
import io.botflow.genesys.webhook.Notification;
import io.botflow.genesys.webhook.NotificationVisitor;
import io.botflow.genesys.webhook.ReceiptNotification;
import io.botflow.genesys.webhook.UnknownNotification;
import io.botflow.genesys.webhook.WebhookParser;
import io.botflow.genesys.webhook.WebhookVerifier;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The webhook of one integration. Thread-safe.
 *
 * <p>Whatever is signed rightly is answered 200 once it is stored: Genesys Cloud may fail a whole
 * conversation for another answer, and would only repeat what we did not understand the first time.
 */
public final class GenesysWebhook implements WebHandler {
  private static final Logger log = LoggerFactory.getLogger(GenesysWebhook.class);

  private final String integrationId;
  private final WebhookVerifier verifier;
  private final Route route;
  private final Intake intake;
  private final OperatorTyping typing;

  /**
   * Makes the webhook.
   *
   * @param route whose messages come here
   * @param intake where they go
   * @param typing shows customers that operators type
   */
  public GenesysWebhook(Route route, Intake intake, OperatorTyping typing) {
    this.integrationId = route.id();
    this.verifier = WebhookVerifier.of(route.integration().webhookSecrets());
    this.route = route;
    this.intake = intake;
    this.typing = typing;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    String signature = request.header(WebhookVerifier.SIGNATURE_HEADER).orElse(null);
    if (!verifier.verify(request.body(), signature)) {
      return intake.refuse(
          request.path(),
          401,
          WebhookVerifier.SIGNATURE_HEADER
              + (signature == null ? " is missing" : " does not fit the body"));
    }
    Optional<Intake.Item> item;
    try {
      item = WebhookParser.parse(request.body()).accept(new Sorting(request.body()));
    } catch (MalformedWebhookException e) {
      intake.ignore(integrationId, "malformed webhook: " + e.getMessage());
      return WebResponse.empty(200);
    }
    return intake.acceptThen(WebResponse.empty(200), item.stream().toList(), request.path());
  }

  /** Decides what a notification is to us: something to carry, or nothing. */
  private final class Sorting implements NotificationVisitor<Optional<Intake.Item>> {
    private final byte[] body;

    Sorting(byte[] body) {
      this.body = body;
    }

    @Override
    public Optional<Intake.Item> message(MessageNotification message) {
      return keep(message).map(item -> withFiles(item, message));
    }

    /** Fetching ahead is worth much, but never the message. */
    private Intake.Item withFiles(Intake.Item item, MessageNotification message) {
      String userId = userId(message.channel());
      String messageId = message.id();
      if (message.content().isEmpty() || userId == null || messageId == null) {
        return item;
      }
      try {
        List<Part> parts = FromGenesys.parts(message.text(), message.content()).parts();
        return new Intake.Item(
            item.messageId(),
            item.entry(),
            FetchOrder.outbound(integrationId, userId, messageId, parts).orElse(null));
      } catch (RuntimeException e) {
        log.warn(
            "message {} leaves its files to its own turn, after a failure nobody foresaw",
            messageId,
            Wordless.of(e));
        return item;
      }
    }

    @Override
    public Optional<Intake.Item> receipt(ReceiptNotification receipt) {
      intake.ignore(
          integrationId, "a receipt for message " + receipt.id() + ": " + receipt.status());
      return Optional.empty();
    }

    @Override
    public Optional<Intake.Item> event(EventNotification event) {
      String userId = userId(event.channel());
      if (event.events().isEmpty()) {
        intake.ignore(integrationId, "an event of no kind");
      }
      for (MessageEvent each : event.events()) {
        if (userId != null && EventType.TYPING.equals(each.eventType())) {
          typing.started(route, userId, each.typing() == null ? null : each.typing().duration());
        } else {
          intake.ignore(integrationId, "an event: " + each.eventType());
        }
      }
      return Optional.empty();
    }

    @Override
    public Optional<Intake.Item> unknown(UnknownNotification unknown) {
      return keep(unknown);
    }

    private Optional<Intake.Item> keep(Notification notification) {
      String userId = userId(notification.channel());
      String key = notification.dedupeKey();
      String payload = Intake.text(body);
      NewEntry entry =
          userId == null
              ? LaneKeys.unreadable(EntryKind.OUTBOUND, integrationId, key, payload)
              : LaneKeys.entry(EntryKind.OUTBOUND, integrationId, userId, key, payload);
      return Optional.of(
          new Intake.Item(notification.id() == null ? key : notification.id(), entry));
    }

    private static @Nullable String userId(@Nullable MessagingChannel channel) {
      if (channel == null || channel.to() == null) {
        return null;
      }
      String id = channel.to().id();
      return id == null || id.isBlank() ? null : id;
    }
  }
}
