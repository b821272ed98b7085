// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.util.ArrayDeque;
import java.util.Deque;

/** A run of a published flow in one conversation; guarded by the ledger. */
final class FlowSession {
  private final PublishedFlow flow;
  private final Conversation conversation;
  private final Participant participant;
  private final Deque<BotInput> inputs = new ArrayDeque<>();
  private BotSession bot = new BotSession(this);
  private boolean busy;
  private Runnable followUpTimer = () -> {};

  FlowSession(PublishedFlow flow, Conversation conversation, Participant participant) {
    this.flow = flow;
    this.conversation = conversation;
    this.participant = participant;
  }

  PublishedFlow flow() {
    return flow;
  }

  Conversation conversation() {
    return conversation;
  }

  Participant participant() {
    return participant;
  }

  Deque<BotInput> inputs() {
    return inputs;
  }

  /** The present entry into the bot action. */
  BotSession bot() {
    return bot;
  }

  boolean busy() {
    return busy;
  }

  void busy(boolean value) {
    busy = value;
  }

  void followUpTimer(Runnable cancel) {
    followUpTimer.run();
    followUpTimer = cancel;
  }

  /** The next input enters the bot action anew. */
  void reenter() {
    bot.expiryTimer(() -> {});
    bot = new BotSession(this);
  }

  /** The flow has gone on; nothing that was begun comes back to it. */
  void leave() {
    followUpTimer(() -> {});
    bot.expiryTimer(() -> {});
    conversation.session(null);
  }
}
