// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.testkit.telegram.TelegramContent;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A far side that is away or limited is asked seldom, and gets everything when it is back. */
class FarSideAwayTest {
  private static final int ENDLESS = 1_000_000;
  private static final List<String> TEXTS = List.of("перше", "друге", "третє");

  @AutoClose private TestRoute route = TestRoute.start();

  @Test
  void whileGenesysCloudIsAwayItIsProbedAndNotStormed() {
    route.genesys.faults().nextInbound(503, ENDLESS);
    List<TelegramCustomer> customers = customers(30);
    customers.forEach(customer -> TEXTS.forEach(customer::sendText));
    Until.holds("it was probed twice", () -> closings() >= 3);

    assertTrue(route.attempts(503) < 30, () -> route.attempts(503) + " attempts for 30 customers");
    Map<String, String> closed = route.health().closedTargets();
    assertEquals(List.of("INBOUND|" + route.integration.id()), List.copyOf(closed.keySet()));
    assertTrue(route.health().ready(), "what comes now is stored");
    assertEquals(90, route.health().backlog().stream().mapToLong(b -> b.entries()).sum());

    route.genesys.faults().nextInbound(503, 0);
    customers.forEach(
        customer ->
            Until.holds("all came", () -> route.inGenesys(customer).size() >= TEXTS.size()));
    customers.forEach(customer -> NothingLost.onceInOrder(TEXTS, route.inGenesys(customer)));
    Until.holds("it is told", () -> !route.heard.all(BridgeEvent.TargetOpened.class).isEmpty());
    assertEquals(Map.of(), route.health().closedTargets());
  }

  @Test
  void oneCustomerWhoseMessagesAlwaysFailClosesNothing() {
    TelegramCustomer ivan = route.ivan();
    route.connect(ivan);
    route.genesys.faults().nextInbound(503, 10);
    ivan.sendText("важке");

    Until.holds("it came", () -> route.inGenesys(ivan).contains("важке"));
    assertEquals(10, route.attempts(503));
    assertEquals(0, closings());
  }

  @Test
  void aLimitThatOthersUsedUpStopsEveryoneAtOnce() {
    List<TelegramCustomer> customers = customers(12);
    route.genesys.faults().nextInbound(429, 1);
    customers.forEach(customer -> TEXTS.forEach(customer::sendText));

    customers.forEach(
        customer ->
            Until.holds("all came", () -> route.inGenesys(customer).size() >= TEXTS.size()));
    customers.forEach(customer -> NothingLost.onceInOrder(TEXTS, route.inGenesys(customer)));
    assertEquals(1, route.attempts(429));
    BridgeEvent.TargetClosed closed = route.heard.await(BridgeEvent.TargetClosed.class);
    assertEquals(1, closed.pause().toSeconds());
  }

  @Test
  void aBurstIsPacedBelowTheLimitThatGenesysCloudTellsOf() throws Exception {
    route.close();
    route = TestRoute.builder().requestsPerMinute(1200).start();
    List<TelegramCustomer> customers = customers(6);
    List<String> texts = IntStream.range(0, 20).mapToObj(i -> "повідомлення " + i).toList();
    long start = System.nanoTime();
    customers.forEach(customer -> texts.forEach(customer::sendText));
    customers.forEach(
        customer ->
            Until.holds("all came", () -> route.inGenesys(customer).size() >= texts.size()));
    double seconds = (System.nanoTime() - start) / 1e9;

    customers.forEach(customer -> NothingLost.onceInOrder(texts, route.inGenesys(customer)));
    assertEquals(0, route.attempts(429));
    // 48 at once, the others at 19.2 a second, and what was under way before the limit was known.
    assertTrue(seconds > (120 - 48 - 12) / 19.2 - 0.5, seconds + " s for 120 messages");
  }

  @Test
  void anAlbumThatIsLargerThanWhatIsLeftOfTheLimitArrivesWhole() throws Exception {
    route.close();
    route = TestRoute.builder().requestsPerMinute(300).start();
    TelegramCustomer ivan = route.ivan();
    var desk = route.connect(ivan);
    ivan.sendAlbum(
        IntStream.range(0, 10)
            .mapToObj(i -> TelegramContent.document(i + ".pdf", "application/pdf", Samples.pdf(i)))
            .toList());
    ivan.sendText("за альбомом");

    Until.holds("the text behind it", () -> route.inGenesys(ivan).contains("за альбомом"));
    assertEquals(
        10, desk.transcript().stream().filter(message -> message.attachment() != null).count());
    assertEquals(12, route.inGenesys(ivan).size());
    assertEquals(0, route.attempts(429));
  }

  @Test
  void whileTelegramIsAwayCustomersStillReachTheAgent() {
    TelegramCustomer ivan = route.ivan();
    var desk = route.connect(ivan);
    route.telegram.faults().next("sendMessage", 502, ENDLESS);
    TEXTS.forEach(desk::sendText);
    TEXTS.forEach(ivan::sendText);

    Until.holds("all came", () -> route.inGenesys(ivan).size() == 1 + TEXTS.size());
    assertFalse(route.heard.all(BridgeEvent.Postponed.class).isEmpty());
    route.telegram.faults().clear();
    Until.holds("all came", () -> TestRoute.onPhone(ivan).size() == TEXTS.size());
    NothingLost.onceInOrder(TEXTS, TestRoute.onPhone(ivan));
  }

  private List<TelegramCustomer> customers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> route.telegram.customer(4_000_000 + i, "Клієнт " + i, null, "uk"))
        .toList();
  }

  private int closings() {
    return route.heard.all(BridgeEvent.TargetClosed.class).size();
  }
}
