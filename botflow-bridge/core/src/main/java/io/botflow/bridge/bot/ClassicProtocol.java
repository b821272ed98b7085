// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.bridge.bot.Answer.FilledSlot;
import io.botflow.connector.web.WebResponse;
import io.botflow.genesys.botconnector.dialog.ErrorInfo;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import io.botflow.genesys.botconnector.v1.ChatBot;
import io.botflow.genesys.botconnector.v1.UtteranceRequest;
import io.botflow.genesys.botconnector.v1.UtteranceResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Version 1, the classic Genesys Bot Connector. Every status but 200 costs the flow the reason, so
 * whatever Genesys Cloud itself posts is answered 200, with the state {@code Failed} at worst.
 */
final class ClassicProtocol implements Protocol {

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
}
