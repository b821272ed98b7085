// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.bridge.bot.Answer.FilledSlot;
import io.botflow.bridge.internal.dialogue.Dialogue;
import io.botflow.connector.bot.AnswerResult;
import io.botflow.connector.bot.SlotValue;
import io.botflow.connector.web.WebResponse;
import io.botflow.genesys.botconnector.dialog.ErrorInfo;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import io.botflow.genesys.botconnector.dialog.ValueType;
import io.botflow.genesys.botconnector.v2.BotMessageRequest;
import io.botflow.genesys.botconnector.v2.BotMessageResponse;
import io.botflow.genesys.botconnector.v2.DigitalBotConnector;
import io.botflow.genesys.botconnector.v2.EntityValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * Version 2, the Genesys Digital Bot Connector. A request that no repetition can mend is answered
 * with a status of 4xx, which Genesys Cloud does not repeat; with 5xx, which it does, only when the
 * store is away.
 */
final class DigitalProtocol implements Protocol {
  private final Carrier carrier;
  private final Duration repeatWindow;
  @Nullable private final DigitalBotConnector outgoing;

  /** Without a connector, nothing can be said after a turn. */
  DigitalProtocol(
      boolean fileAttachments, Duration repeatWindow, @Nullable DigitalBotConnector outgoing) {
    this.carrier = fileAttachments ? Carrier.WITH_FILES : Carrier.WITHOUT_FILES;
    this.repeatWindow = repeatWindow;
    this.outgoing = outgoing;
  }

  @Override
  public String name() {
    return "v2";
  }

  @Override
  public Carrier carrier() {
    return carrier;
  }

  @Override
  public Utterance read(byte[] body) {
    BotMessageRequest request = BotMessageRequest.parse(body);
    return new UtteranceDraft(request.botId(), List.of())
        .version(request.botVersion())
        .session(
            request.botSessionId(), request.genesysConversationId(), request.botSessionTimeout())
        .said(
            request.inputMessage(),
            request.languageCode(),
            request.parameters(),
            request.messageId());
  }

  @Override
  public Optional<String> identity(Utterance utterance) {
    return Optional.ofNullable(utterance.messageId())
        .filter(id -> !id.isBlank())
        .map(id -> "v2/" + utterance.sessionId() + "/" + id);
  }

  @Override
  public Duration repeatWindow() {
    return repeatWindow;
  }

  @Override
  public String write(Answer answer, List<ReplyMessage> messages) {
    return response(answer, messages).toJson();
  }

  BotMessageResponse response(Answer answer, List<ReplyMessage> messages) {
    BotMessageResponse.Builder response =
        BotMessageResponse.builder(answer.state())
            .intent(answer.intent())
            .errorInfo(answer.error());
    if (answer.confidence() != null) {
      response.confidence(BigDecimal.valueOf(answer.confidence()));
    }
    messages.forEach(response::reply);
    answer.slots().stream().flatMap(slot -> entity(slot).stream()).forEach(response::entity);
    answer.parameters().forEach(response::parameter);
    return response.build();
  }

  /** A collection without values is left out: the wire has no form for it. */
  private static Optional<EntityValue> entity(FilledSlot filled) {
    String name = filled.slot().name();
    ValueType type = new ValueType(filled.slot().wireType());
    if (filled.value() instanceof SlotValue.OfCollection collection) {
      List<String> values = SlotForms.texts(collection);
      return values.isEmpty() ? Optional.empty() : Optional.of(EntityValue.of(name, type, values));
    }
    return Optional.of(EntityValue.of(name, type, SlotForms.text(filled.value())));
  }

  @Override
  public WebResponse refuse(int status, ErrorInfo error) {
    return WebResponse.text(status, error.errorCode() + ": " + error.errorMessage());
  }

  /** Nothing is kept in this version. */
  @Override
  public String after(List<String> kept, String written) {
    return written;
  }

  @Override
  public Postbox postbox(Dialogue dialogue, SessionAddress address) {
    return outgoing == null
        ? (answer, messages) -> AnswerResult.Refused.of(AnswerResult.Reason.NO_WAY_OUT)
        : new OutgoingAnswers(this, outgoing, address);
  }

  @Override
  public Finish finish(Dialogue dialogue, SessionAddress address, Answer answer) {
    return new Finish(answer, List.of());
  }
}
