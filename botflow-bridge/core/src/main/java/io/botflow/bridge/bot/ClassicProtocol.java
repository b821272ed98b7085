// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.bridge.bot.Answer.FilledSlot;
import io.botflow.bridge.internal.dialogue.Dialogue;
import io.botflow.connector.web.WebResponse;
import io.botflow.genesys.botconnector.dialog.BotState;
import io.botflow.genesys.botconnector.dialog.ErrorInfo;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import io.botflow.genesys.botconnector.v1.ChatBot;
import io.botflow.genesys.botconnector.v1.UtteranceRequest;
import io.botflow.genesys.botconnector.v1.UtteranceResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Version 1, the classic Genesys Bot Connector. Every status but 200 costs the flow the reason, so
 * whatever Genesys Cloud itself posts is answered 200, with the state {@code Failed} at worst.
 */
final class ClassicProtocol implements Protocol {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String REPLIES = "replymessages";

  private final Duration repeatWindow;
  private final IntentGuard guard;

  ClassicProtocol(Duration repeatWindow, IntentGuard guard) {
    this.repeatWindow = repeatWindow;
    this.guard = guard;
  }

  @Override
  public String name() {
    return "v1";
  }

  @Override
  public Carrier carrier() {
    return Carrier.WITHOUT_FILES;
  }

  @Override
  public Utterance read(byte[] body) {
    UtteranceRequest request = UtteranceRequest.parse(body);
    ChatBot chatBot = request.chatBot();
    return new UtteranceDraft(
            request.registeredBotId().orElse(null),
            Stream.of(chatBot == null ? null : chatBot.name(), request.botId())
                .filter(Objects::nonNull)
                .distinct()
                .toList())
        .version(request.botVersion())
        .session(
            request.botSessionId(), request.genesysConversationId(), request.botSessionTimeout())
        .said(request.inputMessage(), request.languageCode(), request.parameters(), null);
  }

  /**
   * There is no id: the same words in the same session are taken for the same request. Without
   * words nothing can be told: each picture of an album comes as an empty text.
   */
  @Override
  public Optional<String> identity(Utterance utterance) {
    if (utterance.text().isBlank() && utterance.selection() == null) {
      return Optional.empty();
    }
    return Optional.of(
        Stream.of(
                "v1",
                utterance.conversationId(),
                utterance.sessionId(),
                utterance.text(),
                utterance.selection() == null ? "" : utterance.selection().payload())
            .map(part -> part.length() + ":" + part)
            .collect(Collectors.joining()));
  }

  @Override
  public Duration repeatWindow() {
    return repeatWindow;
  }

  @Override
  public String write(Answer answer, List<ReplyMessage> messages) {
    UtteranceResponse.Builder response =
        UtteranceResponse.builder(answer.state()).intent(answer.intent()).errorInfo(answer.error());
    if (answer.confidence() != null) {
      response.confidence(BigDecimal.valueOf(answer.confidence()));
    }
    messages.forEach(response::reply);
    for (FilledSlot filled : answer.slots()) {
      response.slot(filled.slot().name(), ClassicSlots.json(filled.value()));
    }
    answer.parameters().forEach(response::parameter);
    return response.build().toJson();
  }

  @Override
  public WebResponse refuse(int status, ErrorInfo error) {
    return WebResponse.json(200, write(Answer.failed(List.of(), error), List.of()));
  }

  @Override
  public String after(List<String> kept, String written) {
    if (kept.isEmpty()) {
      return written;
    }
    ArrayNode replies = JSON.createArrayNode();
    kept.forEach(answer -> tree(answer).path(REPLIES).forEach(replies::add));
    ObjectNode answer = tree(written);
    answer.path(REPLIES).forEach(replies::add);
    return answer.set(REPLIES, replies).toString();
  }

  private static ObjectNode tree(String answer) {
    try {
      return (ObjectNode) JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer of our own cannot be read");
    }
  }

  @Override
  public Postbox postbox(Dialogue dialogue, SessionAddress address) {
    return new KeptAnswers(this, dialogue, address);
  }

  @Override
  public Finish finish(Dialogue dialogue, SessionAddress address, Answer answer) {
    return answer.state().equals(BotState.MORE_DATA)
        ? new Finish(answer, dialogue.take())
        : guard.finish(dialogue, address, answer);
  }
}
