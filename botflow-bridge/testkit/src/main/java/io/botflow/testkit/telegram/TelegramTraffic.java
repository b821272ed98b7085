// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.time.Instant;
import java.util.Objects;

/**
 * One hop of something through the simulated Telegram: who moved what, and how it ended.
 *
 * <p>Carries ids only, neither texts nor the token, so that it may be printed.
 *
 * @param at when, by the simulator's clock
 * @param direction from whom or to whom
 * @param kind the method of a call ({@code sendMessage}; {@code file} for a download), or the kind
 *     of an update ({@code message}, {@code callback_query})
 * @param chat the chat's id, or an empty text when the call names none
 * @param id the update's id for {@link Direction#TO_BOT}, else the message's id; empty when there
 *     is none
 * @param status the HTTP status; 0 for a hop without HTTP, and for an answer that never came
 */
public record TelegramTraffic(
    Instant at, Direction direction, String kind, String chat, String id, int status) {

  /** {@inheritDoc} */
  public TelegramTraffic {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(chat, "chat");
    Objects.requireNonNull(id, "id");
  }

  /** The four ways a hop can go. */
  public enum Direction {
    /** A customer's telephone sent something to Telegram. */
    FROM_CUSTOMER,
    /** Telegram handed an update to the bot, by webhook or by {@code getUpdates}. */
    TO_BOT,
    /** The bot called the Bot API; reported when the call is answered. */
    FROM_BOT,
    /** Something the bot sent, edited or deleted reached the customer's telephone. */
    TO_CUSTOMER
  }
}
