// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import javax.annotation.Nullable;

/** What a bot can do wrong in a turn; each is the matter of one check. */
enum Fault {
  EXCEPTION,
  NULL_REPLY,
  DEADLINE,
  INTENT,
  SLOT,
  /** An answer that was to follow, and did not. */
  PROMISE,
  /** Anything else that Genesys Cloud would not take. */
  RULE;

  /** The fault behind a code of the endpoint, or null when no check is made for it alone. */
  @Nullable
  static Fault ofCode(String code) {
    return switch (code) {
      case "BotException" -> EXCEPTION;
      case "NullReply" -> NULL_REPLY;
      case "BotTimeout" -> DEADLINE;
      case "UndeclaredIntent" -> INTENT;
      case "UndeclaredSlot", "SlotType", "SlotRange" -> SLOT;
      default -> null;
    };
  }
}
