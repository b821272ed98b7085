// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

/** Calls a bot for one turn, in the form of one version of the connector. */
interface BotCaller {
  /**
   * Calls the bot and checks its answer.
   *
   * @throws BotFailure when the flow must take its failure path
   */
  BotAnswer call(BotTurn turn);

  /** The name under which the bot speaks. */
  String botName();

  /** The failure of a wait for the customer that ran out. */
  String followUpErrorType();

  /** The failure of an answer whose state is Failed. */
  String failedErrorType();

  /** The failure of an answer that completes without a registered intent. */
  String unknownIntentErrorType();
}
