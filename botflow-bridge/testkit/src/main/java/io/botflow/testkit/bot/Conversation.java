// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import io.botflow.connector.bot.BotVersion;
import java.util.UUID;

/** A conversation under way: one dialogue played with one bot. Used by one thread at a time. */
final class Conversation {
  private final String id = UUID.randomUUID().toString();
  private final int number;
  private final Dialogue dialogue;
  private final BotVersion version;
  private String sessionId = UUID.randomUUID().toString();
  private String messageId = "";
  private boolean first;
  private boolean ended = true;
  private int turn;

  /** The number is for messages: that of the dialogue from 1, or 0 when it is none of them. */
  Conversation(int number, Dialogue dialogue, BotVersion version) {
    this.number = number;
    this.dialogue = dialogue;
    this.version = version;
  }

  /** Begins a turn: in the session that is open, or in a new one. */
  void next() {
    first = ended;
    if (ended) {
      sessionId = UUID.randomUUID().toString();
      ended = false;
    }
    messageId = UUID.randomUUID().toString();
    turn++;
  }

  /** The bot ended the session. */
  void end() {
    ended = true;
  }

  String id() {
    return id;
  }

  Dialogue dialogue() {
    return dialogue;
  }

  BotVersion version() {
    return version;
  }

  String sessionId() {
    return sessionId;
  }

  String messageId() {
    return messageId;
  }

  /** Whether the turn is the first of its session. */
  boolean isFirst() {
    return first;
  }

  /** Where the turn stands, for messages. */
  String place() {
    return (number == 0 ? "by itself" : "dialogue " + number)
        + ", turn "
        + turn
        + ", bot version "
        + version.version();
  }
}
