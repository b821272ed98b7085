// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.VirtualTime;
import io.botflow.genesys.call.CallAttempt;
import io.botflow.genesys.call.Operation;
import io.botflow.genesys.call.RateLimit;
import io.botflow.genesys.error.ServerException;
import io.botflow.genesys.openmessaging.Customer;
import io.botflow.genesys.openmessaging.InboundMessage;
import io.botflow.genesys.openmessaging.SendOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallListenerTest {
  private final FakeGenesys genesys = new FakeGenesys();
  private final VirtualTime time = new VirtualTime();
  private final List<CallAttempt> attempts = new CopyOnWriteArrayList<>();
  private final GenesysCloud cloud =
      genesys.connectWithDefaults().clock(time.clock).sleeper(time).listener(attempts::add).build();

  @AfterEach
  void stop() {
    cloud.close();
    genesys.close();
  }

  private void send(GenesysCloud through) {
    through
        .openMessaging("i")
        .send(
            InboundMessage.builder(Customer.of("u")).messageId("m").text("Hi").build(),
            SendOptions.defaults().prefetchConversationId(true));
  }

  @Test
  void everyAttemptIsToldWithHowItEnded() {
    genesys.answerCalls(
        request ->
            genesys.calls().size() == 1
                ? FakeGenesys.json(401, "{}")
                : genesys.calls().size() == 2
                    ? slow(503, "c-2").build()
                    : slow(200, "c-3")
                        .setHeader("inin-ratelimit-count", "7")
                        .setHeader("inin-ratelimit-allowed", "300")
                        .setHeader("inin-ratelimit-reset", "59")
                        .build());
    send(cloud);
    assertEquals(3, attempts.size());
    assertEquals(List.of(1, 2, 3), attempts.stream().map(CallAttempt::number).toList());
    assertEquals(List.of(401, 503, 200), attempts.stream().map(CallAttempt::status).toList());
    CallAttempt second = attempts.get(1);
    assertEquals(Operation.SEND_MESSAGE, second.operation());
    assertEquals("POST /api/v2/conversations/messages/i/inbound/open/message", second.request());
    assertEquals(Duration.ofMillis(30), second.duration());
    assertEquals("c-2", second.correlationId());
    assertInstanceOf(ServerException.class, second.failure());
    assertEquals(time.sleeps().get(0), second.repeatAfter());
    CallAttempt last = attempts.get(2);
    assertEquals("c-3", last.correlationId());
    assertEquals(new RateLimit(7, 300, Duration.ofSeconds(59)), last.rateLimit());
    assertNull(last.failure());
    assertNull(last.repeatAfter());
  }

  private MockResponse.Builder slow(int status, String correlationId) {
    time.clock.advance(Duration.ofMillis(30));
    return new MockResponse.Builder()
        .code(status)
        .body("{}")
        .setHeader("Genesys-Correlation-Id", correlationId);
  }

  @Test
  void aListenerThatFailsDoesNotDisturbTheCall() {
    try (GenesysCloud other =
        genesys
            .connect()
            .listener(
                attempt -> {
                  throw new IllegalStateException("listener");
                })
            .build()) {
      send(other);
    }
    assertEquals(1, genesys.calls().size());
  }
}
