// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.ApiError;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The sessions of digital bots, to which outgoing messages go; guarded by the ledger. */
final class BotSessions {
  private final Map<String, BotSession> byId = new HashMap<>();
  private final Ledger ledger;
  private final Workers workers;
  private final FlowProgress progress;
  private final BotConnectorApiSettings settings;

  BotSessions(
      Ledger ledger, Workers workers, FlowProgress progress, BotConnectorApiSettings settings) {
    this.ledger = ledger;
    this.workers = workers;
    this.progress = progress;
    this.settings = settings;
  }

  /** The bot is about to get a turn, its first one or another. */
  void turn(BotSession session, boolean first) {
    PublishedFlow flow = session.flow().flow();
    if (flow.settings().digital == null) {
      return;
    }
    byId.put(session.id(), session);
    if (first || settings.sessionsRenewedByTurns()) {
      Duration life = flow.settings().sessionTimeout;
      session.expiryTimer(workers.schedule(() -> ledger.run(() -> expire(session)), life));
    }
  }

  /** While a turn is under way, its answer is still taken. */
  private void expire(BotSession session) {
    if (session.open()) {
      session.expire();
      if (!session.flow().busy()) {
        progress.expired(session);
      }
    }
  }

  /** The session in which this bot may speak; not documented is which refusal comes first. */
  BotSession require(String id, String botId, String version) throws ApiError {
    BotSession session = byId.get(id);
    if (session == null || (session.expired() && settings.expiredSessionsForgotten())) {
      throw refused("session.not.found", "There is no bot session with this id.");
    }
    MessageFlow.Builder flow = session.flow().flow().settings();
    if (flow.digital == null || !flow.digital.active()) {
      throw refused("integration.not.active", "The bot connector integration is not active.");
    }
    if (!flow.botId.equals(botId)) {
      throw refused("session.bot.id.mismatch", "The session belongs to another bot.");
    }
    if (!flow.version.equals(version)) {
      throw refused(
          "session.bot.version.mismatch", "The session belongs to another version of the bot.");
    }
    if (!session.open()) {
      throw refused("session.already.closed", "The bot session is closed.");
    }
    return session;
  }

  private static ApiError refused(String code, String message) {
    return new ApiError(409, code, message);
  }
}
