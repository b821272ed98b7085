// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.genesys.botconnector.v2.Bot;
import io.botflow.genesys.botconnector.v2.BotSummary;
import io.botflow.genesys.botconnector.v2.DigitalBotConnector;
import io.botflow.genesys.botconnector.v2.OutgoingMessage;
import io.botflow.genesys.botconnector.v2.OutgoingResult;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Stream;

/** Genesys Cloud's side of outgoing messages: remembers them and answers as a test says. */
final class Outbox implements DigitalBotConnector {
  final BlockingQueue<OutgoingMessage> sent = new LinkedBlockingQueue<>();
  volatile Function<OutgoingMessage, OutgoingResult> script =
      message -> new OutgoingResult.Sent("m-" + sent.size(), Map.of());

  @Override
  public OutgoingResult send(OutgoingMessage message) {
    sent.add(message);
    return script.apply(message);
  }

  @Override
  public Stream<Bot> bots(String integrationId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Stream<BotSummary> summaries(String integrationId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Bot bot(String integrationId, String botId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Bot bot(String integrationId, String botId, String version) {
    throw new UnsupportedOperationException();
  }
}
