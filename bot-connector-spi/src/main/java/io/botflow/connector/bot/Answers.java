// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import io.botflow.connector.message.Part;

/**
 * The way by which a bot speaks after its turn is over: progress, a reminder, the answer that took
 * long. It may be kept as long as the session lives.
 *
 * <p>Version 2 carries it at once, as outgoing messages. Version 1 has none: what is said is kept
 * and goes ahead of the bot's next answer, when the customer writes again. Messages of one session
 * go out one after another, in the order of the calls; a call blocks until its outcome is known.
 * Implementations are safe for concurrent use.
 */
public interface Answers {

  /** Of a turn without an endpoint, as in a bot's own tests: nothing is delivered. */
  Answers NOWHERE = reply -> AnswerResult.Refused.of(AnswerResult.Reason.NO_WAY_OUT);

  /**
   * Says something, and the dialogue goes on with the customer's next message.
   *
   * @param messages what to say
   * @return what became of it
   */
  default AnswerResult say(Part... messages) {
    return send(Reply.awaitMore(messages));
  }

  /**
   * Answers as {@link Bot#answer} would have. With {@link Reply.Complete}, {@link Reply.HandOver}
   * and {@link Reply.Fail} the session is over, and what follows is refused.
   *
   * @param reply the reply; not {@link Reply.Later}
   * @return what became of it
   * @throws IllegalArgumentException if the reply is {@code Later}
   */
  AnswerResult send(Reply reply);
}
