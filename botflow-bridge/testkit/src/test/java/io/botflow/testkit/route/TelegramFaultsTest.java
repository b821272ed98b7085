// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.MessageStatus;
import io.botflow.testkit.genesys.ReceiptRecord;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramFaults;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Telegram refuses, is away, or keeps its answer: what the agent wrote arrives or is reported. */
class TelegramFaultsTest {
  private static final List<String> TEXTS =
      IntStream.range(0, 8).mapToObj(i -> "відповідь " + i).toList();

  @AutoClose private final TestRoute route = TestRoute.start();
  private final TelegramCustomer ivan = route.ivan();
  private final AgentConversation desk = route.connect(ivan);

  @Test
  void aRateLimitIsObeyedToTheSecond() {
    route.telegram.faults().retryAfter("sendMessage", 1, 1);

    NothingLost.onceInOrder(TEXTS, sendAll());
    BridgeEvent.Postponed rest = route.heard.await(BridgeEvent.Postponed.class);
    assertEquals(Duration.ofSeconds(1), rest.delay());
  }

  /** A wrong token is an operator's to mend: 401 and 404 cost no messages. */
  @ParameterizedTest
  @ValueSource(ints = {401, 404, 500, 502})
  void aFailureThatMayPassIsWaitedOut(int status) {
    route.telegram.faults().next("sendMessage", status, 4);

    NothingLost.onceInOrder(TEXTS, sendAll());
    assertEquals(4, route.heard.all(BridgeEvent.Postponed.class).size());
  }

  @Test
  void aMessageOfUnknownFateIsSentAgain() {
    route.telegram.faults().dropAnswer("sendMessage", 2);

    List<String> arrived = sendAll();
    NothingLost.atLeastOnceInOrder(TEXTS, arrived);
    assertEquals(TEXTS.size() + 2, arrived.size(), "shown again for each answer that was lost");
  }

  /** Shown again each time, it must not go on all day. */
  @Test
  void aMessageWhoseFateStaysUnknownIsReportedAfterAFewAttempts() {
    route.telegram.faults().dropAnswer("sendMessage", 3);
    MessageRecord unsure = desk.sendText("можливо");
    desk.sendText("напевно");

    ivan.awaitMessage(message -> message.text().equals("напевно"), TestRoute.PATIENCE);
    assertFailed(unsure, "GeneralError");
    assertEquals(List.of("можливо", "можливо", "можливо", "напевно"), TestRoute.onPhone(ivan));
  }

  @Test
  void aCustomerWhoBlockedUsIsReportedToTheOperator() {
    ivan.block();
    MessageRecord unread = desk.sendText("Чи ви тут?");

    BridgeEvent.Finished rejected =
        route.heard.awaitFinished(EntryKind.OUTBOUND, EntryState.REJECTED);
    assertTrue(String.valueOf(rejected.detail()).contains("blocked"), rejected.detail());
    assertFailed(unread, "RecipientOptedOut");

    ivan.unblock();
    desk.sendText("Знову разом");
    ivan.awaitMessage(message -> message.text().equals("Знову разом"), TestRoute.PATIENCE);
    NothingLost.onceInOrder(List.of("Знову разом"), TestRoute.onPhone(ivan));
  }

  @Test
  void aChatThatMovedIsFoundThereOnceAndFromThenOnAtOnce() {
    TelegramCustomer moved = route.oksana();
    moved.start("");
    route.telegram.faults().migrated("sendMessage", moved.id(), 1);
    desk.sendText("перше");
    moved.awaitMessage(message -> message.text().equals("перше"), TestRoute.PATIENCE);
    desk.sendText("друге");
    moved.awaitMessage(message -> message.text().equals("друге"), TestRoute.PATIENCE);

    assertEquals(List.of("перше", "друге"), TestRoute.onPhone(moved));
    assertEquals(List.of(), TestRoute.onPhone(ivan));
    List<Long> asked =
        route.telegram.requests().stream()
            .filter(request -> request.method().equals("sendMessage"))
            .map(request -> request.parameters().path("chat_id").asLong())
            .toList();
    assertEquals(List.of(ivan.id(), moved.id(), moved.id()), asked);
    route.awaitIdle();
    assertEquals(1, route.heard.all(BridgeEvent.Postponed.class).size());
  }

  @Test
  void aFileForAChatThatMovedIsUploadedThere() {
    TelegramCustomer moved = route.oksana();
    moved.start("");
    route.telegram.faults().migrated("sendPhoto", moved.id(), 1);
    byte[] picture = Samples.jpeg(3);
    desk.sendFile("a.jpg", "image/jpeg", picture);
    desk.sendText("після фото");

    moved.awaitMessage(message -> message.text().equals("після фото"), TestRoute.PATIENCE);
    assertArrayEquals(picture, moved.messages().get(0).file().orElseThrow().bytes());
    assertEquals(2, moved.messages().size());
  }

  @Test
  void aMessageThatTelegramRefusesForGoodIsReportedAndTheRestGoesOn() {
    route.telegram.faults().next("sendMessage", 400, "Bad Request: can't do that", 1);
    MessageRecord refused = desk.sendText("неможливе");
    desk.sendText("можливе");

    ivan.awaitMessage(message -> message.text().equals("можливе"), TestRoute.PATIENCE);
    NothingLost.onceInOrder(List.of("можливе"), TestRoute.onPhone(ivan));
    assertFailed(refused, "InvalidMessageStructure");
  }

  @Test
  void theReportItselfIsRepeatedUntilGenesysCloudTakesIt() {
    route.telegram.faults().next("sendMessage", 400, "Bad Request: can't do that", 1);
    route.genesys.faults().nextInbound(503, 3);

    assertFailed(desk.sendText("неможливе"), "InvalidMessageStructure");
  }

  @Test
  void aDownloadThatFailsForNowIsRepeated() {
    route.telegram.faults().next(TelegramFaults.FILE_DOWNLOAD, 500, 2).next("getFile", 502, 2);
    byte[] picture = Samples.jpeg(1);
    ivan.sendPhoto(picture, null);
    ivan.sendText("після фото");

    MessageRecord arrived =
        desk.awaitMessage(message -> message.attachment() != null, TestRoute.PATIENCE);
    assertArrayEquals(picture, Objects.requireNonNull(arrived.attachment()).bytes());
    desk.awaitMessage(message -> message.says("після фото"), TestRoute.PATIENCE);
    assertEquals(4, route.heard.all(BridgeEvent.Postponed.class).size());
  }

  @Test
  void aFileThatTelegramKeepsForItselfIsNamedToTheOperator() {
    route.telegram.faults().next("getFile", 400, "Bad Request: file is too big", 1);
    ivan.sendDocument("відео.zip", "application/zip", Samples.pdf(2), "дивіться");

    MessageRecord arrived =
        desk.awaitMessage(
            message -> String.valueOf(message.text()).contains("відео.zip"), TestRoute.PATIENCE);
    assertTrue(String.valueOf(arrived.text()).contains("дивіться"), "keeps the caption");
    BridgeEvent.Finished finished =
        route.heard.awaitFinished(EntryKind.INBOUND, EntryState.DEGRADED);
    assertTrue(String.valueOf(finished.detail()).contains("could not be fetched"));
  }

  /** Telegram has one sentence for a wrong id and for a passing fault. */
  @Test
  void aFileThatTelegramWithholdsHoldsItsCustomerUpForTenMinutes() {
    route
        .telegram
        .faults()
        .next(
            "getFile",
            400,
            "Bad Request: wrong file_id or the file is temporarily unavailable",
            1_000_000);
    ivan.sendDocument("звіт.pdf", "application/pdf", Samples.pdf(2), "дивіться");
    ivan.sendText("після файлу");
    Until.holds("its message waits", () -> route.heard.all(BridgeEvent.Postponed.class).size() > 5);
    assertEquals(
        List.of("Добрий день!"),
        route.inGenesys(ivan),
        "nothing overtakes it, nothing is given up");

    route.clock.advance(Duration.ofMinutes(11));
    MessageRecord arrived =
        desk.awaitMessage(
            message -> String.valueOf(message.text()).contains("звіт.pdf"), TestRoute.PATIENCE);
    assertTrue(String.valueOf(arrived.text()).contains("дивіться"), "keeps the caption");
    desk.awaitMessage(message -> message.says("після файлу"), TestRoute.PATIENCE);
    ivan.awaitMessage(
        message -> message.text().equals("⚠️ звіт.pdf: this file could not be delivered"),
        TestRoute.PATIENCE);
    BridgeEvent.Finished finished =
        route.heard.awaitFinished(EntryKind.INBOUND, EntryState.DEGRADED);
    assertTrue(String.valueOf(finished.detail()).contains("could not be fetched"));
    assertEquals(List.of(), route.store.deadLetters(10));
  }

  private List<String> sendAll() {
    TEXTS.forEach(desk::sendText);
    ivan.awaitMessage(message -> message.text().equals(TEXTS.get(7)), TestRoute.PATIENCE);
    return TestRoute.onPhone(ivan);
  }

  private void assertFailed(MessageRecord message, String code) {
    Until.holds(
        "the operator sees that it failed",
        () -> route.recorded(desk, message).status() == MessageStatus.FAILED);
    ReceiptRecord receipt = route.recorded(desk, message).receipts().get(0);
    assertEquals("Failed", receipt.status());
    assertEquals(1, receipt.reasons().size());
    assertTrue(receipt.reasons().get(0).startsWith(code + ": "), receipt.reasons().get(0));
  }
}
