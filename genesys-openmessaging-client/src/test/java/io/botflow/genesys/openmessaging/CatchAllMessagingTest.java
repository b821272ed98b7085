// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.content.Reason;
import io.botflow.genesys.content.ReasonCode;
import java.time.Instant;
import java.util.Objects;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatchAllMessagingTest {
  private static final Instant TIME = Instant.parse("2025-01-31T12:00:00.123Z");

  private final FakeGenesys genesys = new FakeGenesys();
  private final GenesysCloud cloud = genesys.connect().build();
  private final CatchAllMessaging messaging = cloud.catchAllMessaging("int-1");

  @AfterEach
  void stop() {
    cloud.close();
    genesys.close();
  }

  @Test
  void aMessageNamesItsIntegrationInTheBody() {
    genesys.answer(200, "{\"id\":\"m-9\"}");
    SentMessage sent =
        messaging.send(
            InboundMessage.builder(Customer.of("user-1"))
                .messageId("tg-1")
                .time(TIME)
                .text("Hi")
                .customAttribute("k", "v")
                .build());
    assertEquals("m-9", sent.id());
    assertCall(
        "{\"channel\":{\"messageId\":\"tg-1\",\"to\":{\"id\":\"int-1\"},\"from\":{\"id\":"
            + "\"user-1\",\"idType\":\"Opaque\"},\"time\":\"2025-01-31T12:00:00.123Z\","
            + "\"metadata\":{\"customAttributes\":{\"k\":\"v\"}}},\"type\":\"Text\","
            + "\"text\":\"Hi\"}");
  }

  @Test
  void aReceiptNamesItsIntegrationInTheBody() {
    messaging.sendReceipt(
        InboundReceipt.failed("m-1", "user-1", TIME, Reason.of(ReasonCode.GENERAL_ERROR, "why")));
    assertCall(
        "{\"id\":\"m-1\",\"channel\":{\"to\":{\"id\":\"int-1\"},\"from\":{\"id\":\"user-1\","
            + "\"idType\":\"Opaque\"},\"time\":\"2025-01-31T12:00:00.123Z\"},\"type\":\"Receipt\","
            + "\"status\":\"Failed\",\"reasons\":[{\"code\":\"GeneralError\",\"message\":\"why\"}],"
            + "\"isFinalReceipt\":true}");
  }

  @Test
  void aMissingIntegrationIsNamed() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> cloud.catchAllMessaging(" "))
            .getMessage();
    assertTrue(message.startsWith("integrationId:"), message);
  }

  private void assertCall(String body) {
    RecordedRequest call = genesys.onlyCall();
    assertEquals("POST", call.getMethod());
    assertEquals("/api/v2/conversations/messages/inbound/open", call.getTarget());
    assertEquals(body, Objects.requireNonNull(call.getBody()).utf8());
  }
}
