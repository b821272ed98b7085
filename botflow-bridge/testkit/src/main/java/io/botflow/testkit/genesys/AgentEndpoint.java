// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.Caller;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Routes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What agents do by the API: begin a conversation, send into theirs, type. */
final class AgentEndpoint {
  private static final List<String> MESSENGERS = List.of("sms", "open", "whatsapp");
  private static final List<String> PARTS = List.of("textBody", "mediaIds", "messagingTemplate");

  private final Ledger ledger;
  private final Conversations conversations;
  private final Queues queues;
  private final Integrations integrations;
  private final Lines lines;
  private final Uploads uploads;
  private final Outbound outbound;
  private final Settings settings;

  AgentEndpoint(
      Ledger ledger,
      Conversations conversations,
      Queues queues,
      Integrations integrations,
      Lines lines,
      Uploads uploads,
      Outbound outbound,
      Settings settings) {
    this.ledger = ledger;
    this.conversations = conversations;
    this.queues = queues;
    this.integrations = integrations;
    this.lines = lines;
    this.uploads = uploads;
    this.outbound = outbound;
    this.settings = settings;
  }

  void register(Routes routes) {
    String messages = "/api/v2/conversations/messages";
    String line = messages + "/{conversationId}/communications/{communicationId}";
    routes
        .add("POST", messages, Permission.all("conversation:message:create"), this::begin)
        .add("POST", line + "/messages", UploadEndpoint.CREATE, this::send)
        .add("POST", line + "/typing", UploadEndpoint.CREATE, this::typing);
  }

  private record Begin(AgentQueue queue, OpenIntegration through, String to, boolean goOn) {}

  private WebResponse begin(ApiCall call) {
    lines.requireUser(call.caller());
    JsonView body = call.body();
    OutboundFields.requireOpen(body, MESSENGERS);
    AgentQueue queue =
        queues
            .withId(body.nonEmpty("queueId"))
            .orElseThrow(() -> InvalidBodyException.of("queueId should be the id of a queue"));
    OpenIntegration through =
        queue
            .outbound()
            .or(() -> integrations.active().stream().findFirst())
            .orElseThrow(
                () -> InvalidBodyException.of("queueId: the queue has no address to send from"));
    Begin begin =
        new Begin(
            queue,
            through,
            body.nonEmpty("toAddress"),
            Boolean.TRUE.equals(body.optionalFlag("useExistingConversation")));
    body.optionalText("externalContactId");
    body.optionalFlag("useUserFromAddress");
    String id = ledger.call(() -> begin(begin, call.caller()));
    ObjectNode answer = Json.object().put("id", id);
    return Answers.ok(answer.put("selfUri", "/api/v2/conversations/messages/" + id));
  }

  private String begin(Begin begin, Caller caller) {
    Optional<Conversation> before = conversations.latest(begin.through(), begin.to());
    if (before.filter(Conversation::connected).isPresent()) {
      throw ApiError.conflict("There is a connected conversation with this customer.");
    }
    boolean within = before.filter(c -> !conversations.windowIsOver(c)).isPresent();
    if (within && !begin.goOn()) {
      throw ApiError.conflict(
          "There is a conversation with this customer within its window; set"
              + " useExistingConversation to go on with it.");
    }
    Instant now = settings.clock().instant();
    Conversation conversation = conversations.current(begin.through(), begin.to(), "Opaque");
    conversation.reopen();
    String name = caller.userName() == null ? caller.clientId() : caller.userName();
    conversation
        .join(ParticipantPurpose.AGENT, name, now)
        .queue(begin.queue().name())
        .startedByUs();
    conversation.join(ParticipantPurpose.CUSTOMER, conversation.customerName(), now).startedByUs();
    return conversation.id();
  }

  private WebResponse send(ApiCall call) {
    boolean normalized =
        call.flag("useNormalizedMessage") || settings.conversationApi().normalizedMessagesOnly();
    JsonView body = call.body();
    List<String> parts = PARTS.stream().filter(part -> isThere(body, part)).toList();
    if (parts.size() != 1) {
      throw InvalidBodyException.of(
          "should have exactly one of textBody, mediaIds, messagingTemplate, has " + parts);
    }
    List<String> mediaIds = body.optionalTexts("mediaIds");
    String text = parts.contains("textBody") ? OutboundFields.text(body) : "";
    if (parts.contains("messagingTemplate")) {
      body.object("messagingTemplate").nonEmpty("responseId");
      throw InvalidBodyException.of("messagingTemplate.responseId: there is no such response");
    }
    return Answers.ok(
        ledger.call(
            () -> {
              Lines.Line line = lines.speak(call);
              Message message =
                  mediaIds.isEmpty()
                      ? outbound.text(line.conversation(), line.participant(), text)
                      : files(line, mediaIds);
              return MessageViews.data(line.conversation(), message, normalized);
            }));
  }

  /** What is empty is as good as absent. */
  private static boolean isThere(JsonView body, String part) {
    JsonNode value = body.value(part);
    return value != null
        && !(value.isTextual() && value.asText().isEmpty())
        && !(value.isArray() && value.isEmpty());
  }

  /** A message carries one attachment, so that each file is a message; the first is the answer. */
  private Message files(Lines.Line line, List<String> mediaIds) {
    List<Upload.Stored> files =
        mediaIds.stream().map(id -> uploads.valid(line.participant(), id)).toList();
    List<Message> messages =
        files.stream()
            .map(
                file ->
                    outbound.file(
                        line.conversation(),
                        line.participant(),
                        null,
                        Attachment.ofFile(file.id(), file.name(), file.mime(), file.bytes()),
                        file.bytes()))
            .toList();
    return messages.get(0);
  }

  private WebResponse typing(ApiCall call) {
    JsonView body = call.body();
    JsonView typing = body.object("typing");
    typing.oneOf("type", "TypingType", List.of("On"));
    long millis =
        typing.has("duration")
            ? typing.number("duration", 0, Integer.MAX_VALUE)
            : WebhookBodies.TYPING_MILLIS;
    if (body.has("dateSent")) {
      body.time("dateSent");
    }
    ledger.run(
        () -> {
          Lines.Line line = lines.speak(call);
          outbound.typing(line.conversation(), line.participant(), millis);
        });
    return WebResponse.empty(200);
  }
}
