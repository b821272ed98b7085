// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import io.botflow.genesys.botconnector.BotConnector;
import io.botflow.genesys.botconnector.BotList;
import io.botflow.genesys.call.Operation;
import io.botflow.genesys.internal.api.ApiClient;
import io.botflow.genesys.internal.api.Call;
import io.botflow.genesys.internal.http.BaseUri;

/** The bot list over the API, for one integration. */
public final class HttpBotConnector implements BotConnector {
  private final ApiClient api;
  private final String bots;

  /**
   * Creates the integration's side.
   *
   * @param api makes the calls
   * @param integrationId the integration
   */
  public HttpBotConnector(ApiClient api, String integrationId) {
    this.api = api;
    this.bots =
        "/api/v2/integrations/botconnector/"
            + BaseUri.segment(integrationId, "integrationId")
            + "/bots";
  }

  @Override
  public void putBots(BotList list) {
    api.run(Call.of(Operation.REPLACE_BOTS, "PUT", bots, list));
  }

  @Override
  public BotList bots() {
    return api.read(Call.of(Operation.READ_BOTS, "GET", bots), BotList.class);
  }
}
