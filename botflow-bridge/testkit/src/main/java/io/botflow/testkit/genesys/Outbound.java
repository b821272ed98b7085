// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/** Records what bots and agents say, and sends it when the integration's settings allow. */
final class Outbound {
  /** A bot's reply whose file, if any, has been fetched. */
  record Prepared(BotReply reply, @Nullable Media.Fetched file) {}

  private final Clock clock;
  private final Media media;
  private final WebhookSender sender;

  Outbound(Clock clock, Media media, WebhookSender sender) {
    this.clock = clock;
    this.media = media;
    this.sender = sender;
  }

  /** Fetches the files of replies; outside the ledger. */
  List<Prepared> prepare(Conversation conversation, List<BotReply> replies) {
    return replies.stream()
        .map(
            reply -> {
              BotReply.File file = reply.file();
              return new Prepared(
                  reply, file == null ? null : media.fetch(file.url(), conversation.id(), null));
            })
        .toList();
  }

  /** Says what a bot replied; under the ledger. */
  void botReply(Conversation conversation, Participant bot, Prepared prepared) {
    BotReply reply = prepared.reply();
    BotReply.File file = reply.file();
    ArrayNode structured = reply.structured();
    if (file != null && prepared.file() != null) {
      prepared.file().into(file.attachment());
      file(conversation, bot, reply.text(), file.attachment(), prepared.file().bytes());
    } else if (structured != null) {
      structured(conversation, bot, reply.text(), structured);
    } else if (reply.text() != null && !reply.text().isEmpty()) {
      text(conversation, bot, reply.text());
    }
  }

  Message text(Conversation conversation, Participant speaker, String text) {
    Message message = Message.outbound(clock.instant(), speaker).text(text);
    conversation.add(message);
    send(conversation, message, "text", WebhookBodies.text(conversation, message, text));
    return message;
  }

  /** Sends a file unless the profile or the size forbids it. */
  Message file(
      Conversation conversation,
      Participant speaker,
      @Nullable String text,
      Attachment attachment,
      @Nullable byte[] bytes) {
    Message message = Message.outbound(clock.instant(), speaker).text(text).attachment(attachment);
    conversation.add(message);
    if (bytes == null) {
      message.failed("the file could not be fetched");
    } else if (!conversation.integration().supportedContent().allowsOutbound(attachment.mime())) {
      message.notSent(
          "MediaTypeNotAllowed: the supported content profile does not allow " + attachment.mime());
    } else if (bytes.length > media.maxBytes()) {
      message.notSent(
          "InvalidMediaContentLength: the file is larger than " + media.maxBytes() + " bytes");
    } else {
      URI url = media.publish(attachment.name(), attachment.mime(), bytes);
      attachment.url(url);
      send(
          conversation,
          message,
          "attachment",
          WebhookBodies.attachment(conversation, message, text, attachment, bytes.length, url));
    }
    return message;
  }

  /** Tells the integration that its message is in the conversation. */
  void published(Conversation conversation, Message message) {
    sender.enqueue(
        new WebhookDelivery(
            conversation,
            null,
            Traffic.GENESYS,
            "receipt",
            WebhookBodies.published(conversation, message)));
  }

  void typing(Conversation conversation, Participant speaker) {
    typing(conversation, speaker, WebhookBodies.TYPING_MILLIS);
  }

  void typing(Conversation conversation, Participant speaker, long millis) {
    if (conversation.integration().typingOutbound()) {
      sender.enqueue(
          new WebhookDelivery(
              conversation,
              null,
              Routing.label(speaker),
              "typing",
              WebhookBodies.typing(conversation, clock.instant(), millis)));
    }
  }

  private void structured(
      Conversation conversation, Participant bot, @Nullable String text, ArrayNode content) {
    boolean quickReplies = content.path(0).path("contentType").asText().equals("QuickReply");
    OpenIntegration integration = conversation.integration();
    boolean allowed = quickReplies ? integration.quickReplies() : integration.cards();
    Message message =
        Message.outbound(clock.instant(), bot).text(text).structured(Json.text(content));
    conversation.add(message);
    Optional<String> fallback = Optional.ofNullable(text).filter(value -> !value.isEmpty());
    if (allowed) {
      send(
          conversation,
          message,
          quickReplies ? "quick replies" : "cards",
          WebhookBodies.structured(conversation, message, text, content));
    } else if (fallback.isPresent()) {
      send(
          conversation,
          message,
          "fallback text",
          WebhookBodies.text(conversation, message, fallback.get()));
    } else {
      message.notSent("rich media is off for the integration and there is no fallback text");
    }
  }

  private void send(Conversation conversation, Message message, String kind, ObjectNode body) {
    sender.enqueue(
        new WebhookDelivery(conversation, message, Routing.label(message.speaker()), kind, body));
  }
}
