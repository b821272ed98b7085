// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.direct;

import io.botflow.bridge.internal.dialogue.StoredValue;
import io.botflow.bridge.internal.lane.LaneKeys;
import io.botflow.bridge.internal.turn.TurnEnd;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.NewEntry;
import io.botflow.bridge.store.StoreUnavailableException;
import io.botflow.connector.bot.AnswerResult;
import io.botflow.connector.bot.Answers;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.message.MessageJson;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/** What a bot says after its turn goes into the customer's lanes like the turn's reply. */
final class DirectAnswers implements Answers {
  private final ReentrantLock order = new ReentrantLock(true);
  private final String route;
  private final DirectBot bot;
  private final DirectTurns.Asked asked;
  private final String session;
  private final StoredValue<Talk> talk;
  private final TurnEnd end;
  private final DirectDelivery.Surroundings around;
  private boolean over;

  DirectAnswers(
      String route,
      DirectBot bot,
      DirectTurns.Asked asked,
      String session,
      StoredValue<Talk> talk,
      TurnEnd end,
      DirectDelivery.Surroundings around) {
    this.route = route;
    this.bot = bot;
    this.asked = asked;
    this.session = session;
    this.talk = talk;
    this.end = end;
    this.around = around;
  }

  @Override
  public AnswerResult send(Reply reply) {
    if (reply instanceof Reply.Later) {
      throw new IllegalArgumentException("reply: the answer cannot follow once more");
    }
    Decision decision = Decision.of(reply, bot.settings().failureGroup());
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new AnswerResult.NotDelivered("interrupted before it was sent");
    }
    order.lock();
    try {
      Talk now = talk.read();
      if (over || !session.equals(now.session()) || now.withOperator()) {
        return AnswerResult.Refused.of(AnswerResult.Reason.SESSION_CLOSED);
      }
      accept(decision);
      return new AnswerResult.Delivered(null);
    } catch (StoreUnavailableException e) {
      return new AnswerResult.Unknown("the store did not say whether it is kept");
    } finally {
      order.unlock();
    }
  }

  private void accept(Decision decision) {
    String key = "later:" + UUID.randomUUID();
    List<NewEntry> entries = new ArrayList<>();
    if (!decision.messages().isEmpty()) {
      entries.add(DirectTurns.reply(route, asked.customer(), key, decision, around.clock()));
    }
    if (decision.next() == Decision.Next.OPERATOR) {
      entries.add(
          LaneKeys.entryAmong(
              EntryKind.HAND_OVER,
              EntryKind.INBOUND,
              route,
              asked.customer().userId(),
              key,
              MessageJson.write(
                  new Operators.Order(
                      asked.customer().userId(),
                      asked.sender(),
                      decision.parameters(),
                      decision.summary()))));
    }
    around.store().accept(entries, null);
    if (bot.settings().transcript()) {
      talk.change(now -> now.said(Lines.ofBot(decision.messages())));
    }
    over = decision.next() != Decision.Next.AWAIT;
    if (decision.next() == Decision.Next.END) {
      talk.change(now -> now.ended(session));
    }
    around.wake().run();
  }
}
