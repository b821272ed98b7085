// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.MessageStatus;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Senders repeat what they believe lost; it is carried once. */
class RepeatTest {
  private final AtomicInteger lostAnswers = new AtomicInteger();

  @AutoClose
  private final TestRoute route = TestRoute.builder().around(this::losingAnswers).start();

  private final TelegramCustomer ivan = route.ivan();

  /** The bridge does its work, but the sender sees a proxy's 504 instead of its answer. */
  private WebHandler losingAnswers(WebHandler bridge) {
    return request -> {
      WebResponse answer = bridge.handle(request);
      return lostAnswers.getAndDecrement() > 0 ? WebResponse.empty(504) : answer;
    };
  }

  @Test
  void whatGenesysCloudRepeatsIsCarriedOnce() {
    AgentConversation desk = route.connect(ivan);
    lostAnswers.set(2);
    String first = desk.sendText("перше").id();
    desk.sendText("друге");

    ivan.awaitMessage(message -> message.text().equals("друге"), TestRoute.PATIENCE);
    NothingLost.onceInOrder(List.of("перше", "друге"), TestRoute.onPhone(ivan));
    assertEquals(List.of(false, true, true), repeats(first));
    assertEquals(
        MessageStatus.SENT,
        desk.transcript().stream()
            .filter(message -> message.id().equals(first))
            .findFirst()
            .orElseThrow()
            .status());
  }

  @Test
  void whatTelegramRepeatsIsCarriedOnce() {
    route.connect(ivan);
    lostAnswers.set(2);
    ivan.sendText("перше");
    ivan.sendText("друге");

    Until.holds("the second came", () -> route.inGenesys(ivan).contains("друге"));
    NothingLost.onceInOrder(List.of("Добрий день!", "перше", "друге"), route.inGenesys(ivan));
    assertEquals(
        2,
        route.heard.all(BridgeEvent.Accepted.class).stream()
            .filter(BridgeEvent.Accepted::repeated)
            .count());
  }

  @Test
  void anOldWebhookThatIsReplayedLaterIsCarriedOnce() {
    route.connect(ivan);
    String body = Webhooks.text("m-replayed", ivan.id(), "одного разу").toString();
    assertEquals(200, route.postSigned(body).statusCode());
    ivan.awaitMessage(message -> message.text().equals("одного разу"), TestRoute.PATIENCE);
    route.awaitIdle();

    assertEquals(200, route.postSigned(body).statusCode());

    assertEquals(List.of(false, true), repeats("m-replayed"));
    assertEquals(0, route.store.waiting());
    NothingLost.onceInOrder(List.of("одного разу"), TestRoute.onPhone(ivan));
  }

  @Test
  void equalTextsOfDifferentMessagesAreNoRepeats() {
    AgentConversation desk = route.connect(ivan);
    ivan.sendText("так");
    ivan.sendText("так");
    desk.sendText("так");
    desk.sendText("так");

    Until.holds("all came", () -> route.inGenesys(ivan).size() == 3 && ivan.messages().size() == 2);
  }

  private List<Boolean> repeats(String messageId) {
    return route.heard.all(BridgeEvent.Accepted.class).stream()
        .filter(event -> event.messageId().equals(messageId))
        .map(BridgeEvent.Accepted::repeated)
        .toList();
  }
}
