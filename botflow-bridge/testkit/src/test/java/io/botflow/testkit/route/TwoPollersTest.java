// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.bridge.Bridge;
import io.botflow.bridge.event.BridgeEvent;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Two whole bridges share a store and a bot: Telegram takes one poller at a time. */
class TwoPollersTest {
  private static final List<String> TEXTS =
      IntStream.range(0, 30).mapToObj(i -> "повідомлення " + i).toList();

  @AutoClose
  private final TestRoute route = TestRoute.builder().updates(TestRoute.Updates.POLLING).start();

  @Test
  void whenOneStopsTheOtherGoesOnWithNothingLostAndNothingTwice() {
    TelegramCustomer ivan = route.ivan();
    route.connect(ivan);
    Bridge other = route.anotherBridge();
    try {
      TEXTS.subList(0, 10).forEach(ivan::sendText);
      Until.holds("some came", () -> route.inGenesys(ivan).contains(TEXTS.get(3)));
      TEXTS.subList(10, 20).forEach(ivan::sendText);
      route.stopBridge();
      TEXTS.subList(20, 30).forEach(ivan::sendText);

      Until.holds("the last came", () -> route.inGenesys(ivan).contains(TEXTS.get(29)));
      route.awaitIdle();
      List<String> arrived = route.inGenesys(ivan);
      NothingLost.onceInOrder(TEXTS, arrived.subList(1, arrived.size()));
      Until.holds("all are confirmed", () -> route.telegram.pendingUpdates() == 0);
      assertEquals(List.of(), route.heard.all(BridgeEvent.Refused.class));
    } finally {
      other.close();
    }
  }
}
