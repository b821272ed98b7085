// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import io.botflow.bridge.bot.BotConnectorEndpoint;
import io.botflow.bridge.bot.BotConnectorSettings;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A bot behind the bridge's endpoint, asked as Genesys Cloud asks. Safe for concurrent use with
 * conversations of their own.
 */
final class Interview implements AutoCloseable {
  private static final String HEADER = "X-Bot-Secret";
  private static final String SECRET = "secret of the contract";

  private final BotDescription description;
  private final Witness witness;
  private final Duration budget;
  private final BotConnectorEndpoint endpoint;

  Interview(Bot bot, Duration budget) {
    this.description = bot.describe();
    this.witness = new Witness(bot);
    this.budget = budget;
    this.endpoint =
        BotConnectorEndpoint.builder(
                List.of(witness),
                BotConnectorSettings.builder()
                    .header(HEADER, SECRET)
                    .v1Path(Wire.V1.path())
                    .v2Path("/v2")
                    .turnBudget(budget)
                    .build())
            .build();
  }

  BotDescription description() {
    return description;
  }

  Witness witness() {
    return witness;
  }

  /**
   * Plays a dialogue to its end; a turn that is late ends it, since each costs the whole budget.
   */
  List<Exchange> play(Wire wire, Conversation conversation) throws InterruptedException {
    List<Exchange> exchanges = new ArrayList<>();
    for (Utterance utterance : conversation.dialogue().utterances()) {
      Exchange exchange = ask(wire, conversation, utterance);
      exchanges.add(exchange);
      if (exchange.fault() == Fault.DEADLINE) {
        break;
      }
    }
    return exchanges;
  }

  /** Puts the next utterance of a conversation. */
  Exchange ask(Wire wire, Conversation conversation, Utterance utterance)
      throws InterruptedException {
    conversation.next();
    Exchange exchange =
        post(wire, conversation, utterance, wire.request(description, conversation, utterance));
    if (exchange.endsSession()) {
      conversation.end();
    }
    return exchange;
  }

  /** Posts what was posted before once more. */
  Exchange repeat(Conversation conversation, Exchange before) throws InterruptedException {
    return post(before.wire(), conversation, before.utterance(), before.request());
  }

  private Exchange post(Wire wire, Conversation conversation, Utterance utterance, String request)
      throws InterruptedException {
    int asked = witness.of(conversation).size();
    WebResponse response =
        endpoint
            .web()
            .handle(
                WebRequest.builder("POST", wire.path())
                    .header("Content-Type", "application/json")
                    .header(HEADER, SECRET)
                    .body(request)
                    .build());
    List<Witness.Seen> seen = witness.of(conversation);
    Exchange exchange =
        new Exchange(
            wire,
            conversation.place(),
            conversation.version(),
            utterance,
            request,
            response.status(),
            text(response),
            seen.size() > asked ? seen.get(seen.size() - 1) : null);
    if (exchange.isPromise()) {
      // So that what a bot says later is known with the turn in which it promised to.
      exchange.isKeptWithin(budget);
    }
    return exchange;
  }

  private static String text(WebResponse response) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (response.body() != null) {
      try {
        response.body().writeTo(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
