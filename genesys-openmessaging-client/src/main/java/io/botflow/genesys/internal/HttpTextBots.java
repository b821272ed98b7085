// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import io.botflow.genesys.call.Operation;
import io.botflow.genesys.internal.api.ApiClient;
import io.botflow.genesys.internal.api.Call;
import io.botflow.genesys.textbots.TextBotAnswer;
import io.botflow.genesys.textbots.TextBotTurn;
import io.botflow.genesys.textbots.TextBots;

/** Turns of text bots over the API. */
public final class HttpTextBots implements TextBots {
  private final ApiClient api;

  /**
   * Creates the bots' side.
   *
   * @param api makes the calls
   */
  public HttpTextBots(ApiClient api) {
    this.api = api;
  }

  @Override
  public TextBotAnswer execute(TextBotTurn turn) {
    return api.read(
        Call.of(Operation.EXECUTE_BOT, "POST", "/api/v2/textbots/bots/execute", turn),
        TextBotAnswer.class);
  }
}
