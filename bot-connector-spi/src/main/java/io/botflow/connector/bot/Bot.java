// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

/**
 * A chat bot, as BotFlow and others implement it.
 *
 * <pre>{@code
 * final class Echo implements Bot {
 *   public BotDescription describe() {
 *     return BotDescription.of("echo", "Echo", "1", "en", Intent.of("done"));
 *   }
 *
 *   public Reply answer(Turn turn) {
 *     return turn.text().equals("bye")
 *         ? Reply.complete("done", new Text("Good bye."))
 *         : Reply.awaitMore(new Text(turn.text()));
 *   }
 * }
 * }</pre>
 *
 * <p>Implementations are safe for concurrent use and may block until the turn's deadline.
 */
public interface Bot {

  /**
   * Describes the bot to Genesys Cloud: what Architect shows, and which intents it may end with.
   *
   * @return the same description on each call
   */
  BotDescription describe();

  /**
   * Answers what the customer said.
   *
   * @param turn what was said, and what is known of the conversation
   * @return the answer; an exception or null counts as {@link Reply.Fail}
   */
  Reply answer(Turn turn);
}
