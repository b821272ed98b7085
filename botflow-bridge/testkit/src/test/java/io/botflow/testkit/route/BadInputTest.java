// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.store.DeadLetter;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Genuine requests that cannot be understood: answered 200, since a sender would only repeat them,
 * told to the listener, and no obstacle to what comes after.
 */
class BadInputTest {
  private static final String TELEGRAM_HEADER = "X-Telegram-Bot-Api-Secret-Token";

  @AutoClose private final TestRoute route = TestRoute.start();

  @ParameterizedTest(name = "[{index}] {0}")
  @ValueSource(
      strings = {"", "{", "[]", "\"text\"", "null", "{\"id\":\"m\"} {}", "not JSON at all"})
  void aSignedBodyThatIsNoJsonObjectIsIgnored(String body) {
    assertEquals(200, route.postSigned(body).statusCode());

    BridgeEvent.Ignored ignored = route.heard.await(BridgeEvent.Ignored.class);
    assertEquals(route.integration.id(), ignored.source());
    assertEquals(0, route.store.waiting());
    assertLaterMessagesGoOn();
  }

  @Test
  void aSignedBodyThatIsNestedTooDeeplyIsIgnored() {
    assertEquals(200, route.postSigned("{\"a\":".repeat(5_000)).statusCode());

    route.heard.await(BridgeEvent.Ignored.class);
    assertLaterMessagesGoOn();
  }

  static Stream<Arguments> unusable() {
    ObjectNode noChannel = message();
    noChannel.remove("channel");
    ObjectNode noCustomer = message();
    ((ObjectNode) noCustomer.get("channel")).remove("to");
    ObjectNode blankCustomer = message();
    ((ObjectNode) blankCustomer.at("/channel/to")).put("id", " ");
    ObjectNode noId = message();
    noId.remove("id");
    ObjectNode noType = message();
    noType.remove("type");
    ObjectNode wrongShape = message();
    wrongShape.putObject("text").put("de", "wrong");
    return Stream.of(
        Arguments.of("without channel", noChannel),
        Arguments.of("without channel.to", noCustomer),
        Arguments.of("with a blank channel.to.id", blankCustomer),
        Arguments.of("without id", noId),
        Arguments.of("without type", noType),
        Arguments.of("of an unknown type", message().put("type", "Hologram")),
        Arguments.of("with an object for a text", wrongShape));
  }

  private static ObjectNode message() {
    return Webhooks.text("m-bad", 3_527_065, "невідоме");
  }

  @ParameterizedTest(name = "a message {0}")
  @MethodSource("unusable")
  void aSignedMessageThatCannotBeCarriedIsADeadLetter(String name, ObjectNode body) {
    assertEquals(200, route.postSigned(body.toString()).statusCode());

    BridgeEvent.Finished dead = route.heard.awaitFinished(EntryKind.OUTBOUND, EntryState.DEAD);
    List<DeadLetter> letters = route.store.deadLetters(10);
    assertEquals(List.of(dead.sequence()), letters.stream().map(DeadLetter::sequence).toList());
    assertEquals(dead.detail(), letters.get(0).reason());
    assertTrue(!letters.get(0).reason().contains("невідоме"), "shows no content");
    assertLaterMessagesGoOn();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Receipt", "Event"})
  void aNotificationThatCarriesNothingIsIgnored(String type) {
    assertEquals(
        200,
        route
            .postSigned(message().put("type", type).put("status", "Sent").toString())
            .statusCode());

    route.heard.await(BridgeEvent.Ignored.class);
    assertEquals(List.of(), route.store.deadLetters(1));
    assertLaterMessagesGoOn();
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"update_id\":\"x\"}",
        "{\"update_id\":7}",
        "{\"update_id\":8,\"hologram\":{}}",
        "{\"update_id\":9,\"message\":{\"chat\":{\"id\":3527065,\"type\":\"private\"}}}",
        "{\"update_id\":10,\"message\":{\"message_id\":1,\"chat\":{\"id\":-5,\"type\":\"group\"}}}"
      })
  void aGenuineUpdateThatIsBrokenIsIgnored(String body) {
    assertEquals(
        200,
        route
            .post(route.telegramWebhook(), body, TELEGRAM_HEADER, TestRoute.TELEGRAM_SECRET)
            .statusCode());

    route.heard.await(BridgeEvent.Ignored.class);
    assertEquals(0, route.store.waiting());
    assertEquals(List.of(), route.heard.all(BridgeEvent.Accepted.class));
    assertLaterMessagesGoOn();
  }

  @Test
  void aBrokenUpdateAmongOthersIsNotRepeatedByTelegram() {
    TelegramCustomer ivan = route.ivan();
    ivan.sendText("перше");
    ivan.sendRaw(new ObjectMapper().createObjectNode().put("message", "broken"));
    ivan.sendText("друге");

    Until.holds("both came", () -> route.inGenesys(ivan).size() == 2);
    NothingLost.onceInOrder(List.of("перше", "друге"), route.inGenesys(ivan));
    assertEquals(1, route.heard.all(BridgeEvent.Ignored.class).size());
    assertEquals(0, route.telegram.pendingUpdates());
  }

  private void assertLaterMessagesGoOn() {
    TelegramCustomer ivan = route.ivan();
    route.connect(ivan);
    assertEquals(
        200, route.postSigned(Webhooks.text("m-good", ivan.id(), "далі").toString()).statusCode());
    ivan.awaitMessage(message -> message.text().equals("далі"), TestRoute.PATIENCE);
  }
}
