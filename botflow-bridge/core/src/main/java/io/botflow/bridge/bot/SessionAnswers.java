// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.bridge.internal.dialogue.OneAtATime;
import io.botflow.bridge.internal.turn.TurnEnd;
import io.botflow.bridge.store.StoreUnavailableException;
import io.botflow.connector.bot.AnswerResult;
import io.botflow.connector.bot.Answers;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Reply;
import io.botflow.genesys.botconnector.dialog.BotState;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import java.util.List;

/** The answers of one session, held to the same rules as those within a turn. Thread-safe. */
final class SessionAnswers implements Answers {
  private final SessionAddress address;
  private final BotVersion version;
  private final Carrier carrier;
  private final ReplyLinks links;
  private final OneAtATime gates;
  private final Postbox postbox;
  private final TurnEnd end;
  private volatile boolean over;

  SessionAnswers(
      SessionAddress address,
      BotVersion version,
      Carrier carrier,
      ReplyLinks links,
      OneAtATime gates,
      Postbox postbox,
      TurnEnd end) {
    this.address = address;
    this.version = version;
    this.carrier = carrier;
    this.links = links;
    this.gates = gates;
    this.postbox = postbox;
    this.end = end;
  }

  @Override
  public AnswerResult send(Reply reply) {
    if (reply instanceof Reply.Later) {
      throw new IllegalArgumentException("reply: the answer cannot follow once more");
    }
    Answer answer = new ReplyRules(version).answer(reply);
    if (answer.error() != null && !(reply instanceof Reply.Fail)) {
      return new AnswerResult.Refused(
          AnswerResult.Reason.ILLEGAL_REPLY,
          answer.error().errorCode() + ": " + answer.error().errorMessage());
    }
    List<ReplyMessage> messages = new ReplyMessages(carrier, links).of(answer.messages());
    try {
      end.await();
      return gates.run("answers:" + address.sessionId(), () -> deliver(answer, messages));
    } catch (StoreUnavailableException e) {
      return new AnswerResult.NotDelivered("the store cannot be reached");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new AnswerResult.NotDelivered("interrupted before it was sent");
    }
  }

  private AnswerResult deliver(Answer answer, List<ReplyMessage> messages) {
    if (over) {
      return new AnswerResult.Refused(
          AnswerResult.Reason.SESSION_CLOSED, "the bot ended the session");
    }
    AnswerResult result = postbox.deliver(answer, messages);
    boolean sent = result instanceof AnswerResult.Delivered || result instanceof AnswerResult.Kept;
    if (sent && !answer.state().equals(BotState.MORE_DATA)) {
      over = true;
    }
    return result;
  }
}
