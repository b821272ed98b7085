// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.bridge.internal.dialogue.CustomerFiles;
import io.botflow.bridge.internal.dialogue.Dialogue;
import io.botflow.bridge.internal.dialogue.DialogueState;
import io.botflow.bridge.internal.turn.CancelSignal;
import io.botflow.bridge.internal.turn.TurnEnd;
import io.botflow.bridge.store.StoreUnavailableException;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import io.botflow.genesys.botconnector.dialog.ErrorInfo;
import io.botflow.genesys.botconnector.dialog.MalformedRequestException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers one utterance: reads it, finds the bot, asks it, writes the reply. */
final class TurnHandler implements WebHandler {
  private final Protocol protocol;
  private final ServedBots bots;
  private final Turns turns;
  private final TurnMemory memory;
  private final ReplyLinks links;
  private final Witness witness;

  TurnHandler(
      Protocol protocol,
      ServedBots bots,
      Turns turns,
      TurnMemory memory,
      ReplyLinks links,
      Witness witness) {
    this.protocol = protocol;
    this.bots = bots;
    this.turns = turns;
    this.memory = memory;
    this.links = links;
    this.witness = witness;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    TurnTime time = memory.arrival();
    Utterance utterance;
    try {
      utterance = protocol.read(request.body());
    } catch (MalformedRequestException e) {
      return refuse(request, Failure.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
    ServedBot served = bots.find(utterance).orElse(null);
    if (served == null) {
      return refuse(request, Failure.UNKNOWN_BOT, "no such bot is served here");
    }
    BotVersion version = served.version(utterance.botVersion()).orElse(null);
    if (version == null) {
      return refuse(
          request,
          Failure.UNKNOWN_VERSION,
          "the bot " + served.description().id() + " has no such version");
    }
    TurnEnd end = new TurnEnd();
    try {
      String answer =
          memory.once(
              protocol, utterance, () -> answered(request, utterance, served, version, end, time));
      return WebResponse.json(200, answer);
    } catch (StoreUnavailableException e) {
      witness.broken(request, utterance, e);
      return refuse(request, Failure.STORE_UNAVAILABLE, "the store cannot be reached");
    } finally {
      end.reached();
    }
  }

  private String answered(
      WebRequest request,
      Utterance utterance,
      ServedBot served,
      BotVersion version,
      TurnEnd end,
      TurnTime time) {
    SessionAddress address = address(utterance, served, version);
    Dialogue dialogue = memory.dialogue(address, utterance.sessionLifetime());
    DialogueState before =
        dialogue.change(state -> state.entered(address.sessionId(), utterance.variables()));
    boolean first = !address.sessionId().equals(before.sessionId());
    if (before.ending() && !first) {
      // The bot came to an end after its last turn: the customer's message only fetches it.
      List<String> kept = dialogue.change(state -> state.ended(null)).kept();
      int last = kept.size() - 1;
      return protocol.after(kept.subList(0, last), kept.get(last));
    }
    CancelSignal signal = new CancelSignal();
    CustomerFiles.Waiting files = memory.files(utterance, before.isNew(), time);
    Turn turn =
        turn(utterance, address, before.variables(), first)
            .media(files.files())
            .deadline(time.deadline())
            .session(dialogue)
            .cancellation(signal)
            .answers(memory.answers(protocol, dialogue, address, version, links, end))
            .build();
    Answer answer = turns.answer(served, version, turn, end, signal, time.nanosLeft());
    Protocol.Finish finish = protocol.finish(dialogue, address, answer);
    if (answer.error() == null) {
      memory.given(files);
    }
    return protocol.after(
        finish.kept(), writtenOrFailed(request, utterance, finish.answer(), time));
  }

  private static Turn.Builder turn(
      Utterance utterance, SessionAddress address, Map<String, String> known, boolean first) {
    Map<String, String> variables = new HashMap<>(known);
    variables.putAll(utterance.variables());
    return Turn.builder(address.conversationId(), address.sessionId())
        .bot(address.botId(), address.botVersion())
        .text(utterance.text())
        .selection(utterance.selection())
        .language(address.language())
        .variables(variables)
        .first(first);
  }

  private String writtenOrFailed(
      WebRequest request, Utterance utterance, Answer answer, TurnTime time) {
    try {
      return written(request, utterance, answer, time);
    } catch (RuntimeException e) {
      witness.broken(request, utterance, e);
      Answer failed = Answer.failed(Failure.INTERNAL, "the reply could not be written");
      return written(request, utterance, failed, time);
    }
  }

  private static SessionAddress address(Utterance utterance, ServedBot served, BotVersion version) {
    return new SessionAddress(
        served.description().id(),
        version.version(),
        utterance.sessionId(),
        utterance.conversationId(),
        Optional.ofNullable(utterance.language()).orElse(version.languages().get(0)));
  }

  private String written(WebRequest request, Utterance utterance, Answer answer, TurnTime time) {
    ReplyMessages messages = new ReplyMessages(protocol.carrier(), links);
    String json = protocol.write(answer, messages.of(answer.messages()));
    witness.lost(request, utterance, messages.losses());
    witness.answered(request, utterance, answer, time.elapsed());
    return json;
  }

  private WebResponse refuse(WebRequest request, Failure failure, String message) {
    WebResponse response = protocol.refuse(failure.status(), ErrorInfo.of(failure.code(), message));
    witness.refused(request, response.status(), failure.code() + ": " + message);
    return response;
  }
}
