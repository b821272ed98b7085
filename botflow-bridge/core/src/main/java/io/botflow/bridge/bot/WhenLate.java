// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import java.util.Objects;
import javax.annotation.Nullable;

/** What the endpoint answers for a bot that is not done when its turn's time is over. */
public sealed interface WhenLate {

  /**
   * The turn fails with {@code BotTimeout}, and the flow takes its failure path. The bot is
   * cancelled.
   *
   * @return the rule
   */
  static WhenLate fail() {
    return new Fail();
  }

  /**
   * The customer reads a text for now, and the bot goes on: its reply follows by the turn's {@link
   * io.botflow.connector.bot.Answers}. In version 1 that is with the customer's next message. After
   * ten minutes it is cancelled too. Version 2 needs a connection to Genesys Cloud for it.
   *
   * @param text the text, for example {@code One moment, please.}
   * @return the rule
   * @throws IllegalArgumentException if the text is blank
   */
  static WhenLate say(String text) {
    return new Say(text);
  }

  /**
   * The dialogue ends, and an operator goes on. The bot is cancelled.
   *
   * @param intent the escalation intent, declared by each version that is served
   * @param group the group, a queue's name in Genesys Cloud
   * @param text what the customer reads, or null for nothing
   * @return the rule
   */
  static WhenLate handOver(String intent, String group, @Nullable String text) {
    return new HandOver(intent, group, text);
  }

  /** The turn fails. */
  record Fail() implements WhenLate {}

  /**
   * The bot goes on.
   *
   * @param text what the customer reads meanwhile
   */
  record Say(String text) implements WhenLate {
    /** {@inheritDoc} */
    public Say {
      if (text.isBlank()) {
        throw new IllegalArgumentException("text must not be blank");
      }
    }
  }

  /**
   * An operator goes on.
   *
   * @param intent the escalation intent
   * @param group the group
   * @param text what the customer reads, or null
   */
  record HandOver(String intent, String group, @Nullable String text) implements WhenLate {
    /** {@inheritDoc} */
    public HandOver {
      Objects.requireNonNull(intent, "intent");
      Objects.requireNonNull(group, "group");
    }
  }
}
