// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Routes;
import java.util.List;

/** What digital bots say between their turns, held to the same rules as within one. */
final class OutgoingMessageEndpoint {
  private static final Permission SEND = Permission.all("integration:botconnector:send");

  private final Ledger ledger;
  private final BotSessions sessions;
  private final FlowProgress progress;
  private final Outbound outbound;
  private final Traffic traffic;

  OutgoingMessageEndpoint(
      Ledger ledger,
      BotSessions sessions,
      FlowProgress progress,
      Outbound outbound,
      Traffic traffic) {
    this.ledger = ledger;
    this.sessions = sessions;
    this.progress = progress;
    this.outbound = outbound;
    this.traffic = traffic;
  }

  void register(Routes routes) {
    routes.add(
        "POST", "/api/v2/integrations/botconnectors/outgoing/messages", SEND, this::outgoing);
  }

  private WebResponse outgoing(ApiCall call) {
    JsonView body = call.body();
    String botId = body.nonEmpty("botId");
    String version = body.nonEmpty("botVersion");
    String sessionId = body.nonEmpty("botSessionId");
    body.nonEmpty("languageCode");
    body.nonEmpty("botState");
    BotSession session = ledger.read(() -> sessions.require(sessionId, botId, version));
    BotAnswer answer = session.flow().flow().digitalAnswers().read(body);
    List<Outbound.Prepared> replies = outbound.prepare(session.conversation(), answer.replies());
    ledger.run(
        () -> {
          // The flow may have gone on while a file was fetched.
          sessions.require(sessionId, botId, version);
          progress.answered(session, answer, replies);
        });
    String messageId = Ids.uuid();
    traffic.report(
        TrafficEvent.Kind.BOT_MESSAGE,
        Routing.label(session.flow().participant()),
        Traffic.GENESYS,
        session.conversation().id(),
        messageId,
        200,
        answer.summary());
    return Answers.ok(Json.object().put("messageId", messageId));
  }
}
