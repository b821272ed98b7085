// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Ids;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.annotation.Nullable;

/** A run of a published flow in one conversation; guarded by the ledger. */
final class FlowSession {
  private final PublishedFlow flow;
  private final Participant participant;
  private final Deque<BotInput> inputs = new ArrayDeque<>();
  private String botSessionId = Ids.uuid();
  private boolean firstTurn = true;
  private boolean busy;
  private Runnable followUpTimer = () -> {};
  private @Nullable String lastIntent;
  private Map<String, String> lastValues = Map.of();
  private int sameIntent;

  FlowSession(PublishedFlow flow, Participant participant) {
    this.flow = flow;
    this.participant = participant;
  }

  PublishedFlow flow() {
    return flow;
  }

  Participant participant() {
    return participant;
  }

  Deque<BotInput> inputs() {
    return inputs;
  }

  String botSessionId() {
    return botSessionId;
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

  /** True once per entry into the bot action. */
  boolean takeFirstTurn() {
    boolean first = firstTurn;
    firstTurn = false;
    return first;
  }

  /** The next input enters the bot action anew. */
  void reenter() {
    botSessionId = Ids.uuid();
    firstTurn = true;
    lastIntent = null;
    sameIntent = 0;
  }

  /** How many answers in a row have asked for more with this intent and these values. */
  int countSameIntent(String intent, Map<String, String> values) {
    boolean same = intent.equals(lastIntent) && values.equals(lastValues);
    sameIntent = same ? sameIntent + 1 : 1;
    lastIntent = intent;
    lastValues = values;
    return sameIntent;
  }
}
