// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import io.botflow.genesys.botconnector.v2.Bot;
import io.botflow.genesys.botconnector.v2.BotSummary;
import io.botflow.genesys.botconnector.v2.DigitalBotConnector;
import io.botflow.genesys.botconnector.v2.OutgoingMessage;
import io.botflow.genesys.botconnector.v2.OutgoingRefusal;
import io.botflow.genesys.botconnector.v2.OutgoingResult;
import io.botflow.genesys.call.Operation;
import io.botflow.genesys.error.ConflictException;
import io.botflow.genesys.internal.api.ApiClient;
import io.botflow.genesys.internal.api.Call;
import io.botflow.genesys.internal.api.Page;
import io.botflow.genesys.internal.http.BaseUri;
import java.util.stream.Stream;

/** The Digital Bot Connector over the API. */
public final class HttpDigitalBotConnector implements DigitalBotConnector {
  private static final String CONNECTORS = "/api/v2/integrations/botconnectors/";
  private static final int CONFLICT = 409;

  private final ApiClient api;
  private final BotReads reads;

  /**
   * Creates the connector's side.
   *
   * @param api makes the calls
   */
  public HttpDigitalBotConnector(ApiClient api) {
    this.api = api;
    this.reads = new BotReads(api);
  }

  @Override
  public Stream<Bot> bots(String integrationId) {
    return reads.pages(path(integrationId), new TypeReference<Page<Bot>>() {});
  }

  @Override
  public Stream<BotSummary> summaries(String integrationId) {
    return reads.pages(
        path(integrationId) + "/summaries", new TypeReference<Page<BotSummary>>() {});
  }

  @Override
  public Bot bot(String integrationId, String botId) {
    return reads.bot(path(integrationId), botId, Bot.class);
  }

  @Override
  public Bot bot(String integrationId, String botId, String version) {
    return reads.bot(path(integrationId), botId, version, Bot.class);
  }

  @Override
  public OutgoingResult send(OutgoingMessage message) {
    Call call =
        Call.of(Operation.SEND_BOT_MESSAGE, "POST", CONNECTORS + "outgoing/messages", message);
    try {
      return api.read(call, OutgoingResult.Sent.class);
    } catch (ConflictException refused) {
      if (refused.status() != CONFLICT) {
        throw refused;
      }
      return refused
          .code()
          .flatMap(OutgoingRefusal::of)
          .<OutgoingResult>map(
              reason ->
                  new OutgoingResult.Refused(
                      reason, refused.detail(), refused.correlationId().orElse(null)))
          .orElseThrow(() -> refused);
    }
  }

  private static String path(String integrationId) {
    return CONNECTORS + BaseUri.segment(integrationId, "integrationId") + "/bots";
  }
}
