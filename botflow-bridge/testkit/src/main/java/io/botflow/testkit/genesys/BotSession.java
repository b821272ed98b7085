// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Ids;
import java.util.Map;
import javax.annotation.Nullable;

/** One entry of a flow into its bot action; guarded by the ledger. */
final class BotSession {
  private final String id = Ids.uuid();
  private final FlowSession flow;
  private boolean begun;
  private boolean expired;
  private Runnable expiryTimer = () -> {};
  private @Nullable String lastIntent;
  private Map<String, String> lastValues = Map.of();
  private int sameIntent;

  BotSession(FlowSession flow) {
    this.flow = flow;
  }

  /** The id that the bot knows it by, the same over all its turns. */
  String id() {
    return id;
  }

  FlowSession flow() {
    return flow;
  }

  Conversation conversation() {
    return flow.conversation();
  }

  /** True once: the bot is about to be asked for the first time. */
  boolean begin() {
    boolean first = !begun;
    begun = true;
    return first;
  }

  /** Whether the flow still is where it entered the action. */
  boolean current() {
    return conversation().session() == flow && flow.bot() == this;
  }

  /** Whether the bot may speak in it. */
  boolean open() {
    return begun && !expired && current();
  }

  boolean expired() {
    return expired;
  }

  void expire() {
    expired = true;
  }

  void expiryTimer(Runnable cancel) {
    expiryTimer.run();
    expiryTimer = cancel;
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
