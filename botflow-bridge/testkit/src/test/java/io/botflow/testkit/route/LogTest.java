// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * What the logs say of a conversation in which everything goes wrong; the build writes them, at
 * level debug, into the file that the property names.
 */
class LogTest {
  private static final String WORDS = "Таємниця-7c1f";
  private static final String NAME = "Прізвище-9e2b";
  private static final String PHONE = "+380501234567";

  @AutoClose private final TestRoute route = TestRoute.start();

  @Test
  void logsTellWhatHappenedAndNothingOfWhatWasSaid() throws IOException {
    TelegramCustomer customer = route.telegram.customer(987_654_321_012L, NAME, NAME, "uk");
    AgentConversation desk = route.connect(customer);
    String body = Webhooks.text("m-1", customer.id(), WORDS).toString();
    assertEquals(401, route.post(route.genesysWebhook(), body).statusCode());
    assertEquals(401, route.post(route.telegramWebhook(), body).statusCode());
    assertEquals(200, route.postSigned("{\"broken\":\"" + WORDS).statusCode());
    assertEquals(
        200,
        route
            .postSigned(
                Webhooks.text("m-2", customer.id(), WORDS).put("type", "Hologram").toString())
            .statusCode());
    route.heard.awaitFinished(EntryKind.OUTBOUND, EntryState.DEAD);
    route.genesys.faults().nextInbound(503, 1);
    customer.sendText(WORDS);
    customer.shareOwnNumber(PHONE);
    customer.sendDocument(WORDS + ".pdf", "application/pdf", Samples.pdf(1), WORDS);
    route.genesys.faults().nextInbound(400, 1);
    customer.sendText(WORDS);
    route.heard.awaitFinished(EntryKind.INBOUND, EntryState.DEAD);
    route.telegram.faults().next("sendMessage", 502, 1).dropAnswer("sendMessage", 1);
    desk.sendText(WORDS);
    customer.awaitMessage(message -> message.text().equals(WORDS), TestRoute.PATIENCE);
    customer.block();
    desk.sendText(WORDS);
    desk.sendFile(WORDS + ".pdf", "application/pdf", Samples.pdf(2));
    route.heard.awaitFinished(EntryKind.OUTBOUND, EntryState.REJECTED);
    route.awaitIdle();

    String logs = logs();
    List<String> expected =
        List.of(
            "refused with 401", "nothing to carry", "is a dead letter", "was rejected", "rests");
    expected.forEach(words -> assertTrue(logs.contains(words), "not logged: " + words));
    List<String> secret =
        List.of(
            WORDS,
            NAME,
            PHONE,
            Long.toString(customer.id()),
            route.telegram.token(),
            route.telegram.token().split(":", 2)[1],
            route.genesys.clientSecret(),
            TestRoute.WEBHOOK_SECRET,
            TestRoute.TELEGRAM_SECRET);
    secret.forEach(
        words ->
            assertEquals(
                List.of(), logs.lines().filter(line -> line.contains(words)).toList(), words));
  }

  private static String logs() throws IOException {
    String file = System.getProperty("org.slf4j.simpleLogger.logFile");
    assertNotNull(file, "run with -Dorg.slf4j.simpleLogger.logFile=<file>, as the build does");
    return Files.readString(Path.of(file));
  }
}
