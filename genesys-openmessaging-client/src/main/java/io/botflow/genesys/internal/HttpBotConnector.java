// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import io.botflow.genesys.botconnector.BotConnector;
import io.botflow.genesys.botconnector.BotList;
import io.botflow.genesys.botconnector.BotSummary;
import io.botflow.genesys.botconnector.BotVersionSummary;
import io.botflow.genesys.botconnector.ConnectorBot;
import io.botflow.genesys.call.Operation;
import io.botflow.genesys.internal.api.ApiClient;
import io.botflow.genesys.internal.api.Call;
import io.botflow.genesys.internal.api.Page;
import io.botflow.genesys.internal.http.BaseUri;
import java.util.stream.Stream;

/** The bot list over the API, for one integration. */
public final class HttpBotConnector implements BotConnector {
  private final ApiClient api;
  private final BotReads reads;
  private final String bots;

  /**
   * Creates the integration's side.
   *
   * @param api makes the calls
   * @param integrationId the integration
   */
  public HttpBotConnector(ApiClient api, String integrationId) {
    this.api = api;
    this.reads = new BotReads(api);
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

  @Override
  public Stream<BotSummary> summaries() {
    return reads.pages(bots + "/summaries", new TypeReference<Page<BotSummary>>() {});
  }

  @Override
  public ConnectorBot bot(String botId) {
    return reads.bot(bots, botId, ConnectorBot.class);
  }

  @Override
  public ConnectorBot bot(String botId, String version) {
    return reads.bot(bots, botId, version, ConnectorBot.class);
  }

  @Override
  public Stream<BotVersionSummary> versions(String botId) {
    return reads.pages(
        BotReads.path(bots, botId) + "/versions", new TypeReference<Page<BotVersionSummary>>() {});
  }
}
