// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The store is away: senders are asked to repeat, and what is under way is neither lost nor half
 * done.
 */
class StoreOutageTest {
  private final Stores.Outage outage = new Stores.Outage();

  @AutoClose private final TestRoute route = start(TestRoute.Updates.WEBHOOK);
  private final TelegramCustomer ivan = route.ivan();
  private final AgentConversation desk = route.connect(ivan);

  private TestRoute start(TestRoute.Updates updates) {
    return TestRoute.builder()
        .updates(updates)
        .store(Stores.failing(new InMemoryStore(), outage))
        .start();
  }

  @Test
  void aWebhookThatCannotBeStoredIsAnswered503AndTakenWhenItComesAgain() {
    String body = Webhooks.text("m-outage", ivan.id(), "після перерви").toString();
    route.awaitIdle();
    outage.begin();
    HttpResponse<String> refused = route.postSigned(body);
    outage.end();

    assertEquals(503, refused.statusCode());
    assertEquals(Optional.of("5"), refused.headers().firstValue("Retry-After"));
    assertEquals("", refused.body());
    assertEquals(503, route.heard.await(BridgeEvent.Refused.class).status());
    assertEquals(0, route.store.waiting());
    assertEquals(200, route.postSigned(body).statusCode());
    ivan.awaitMessage(message -> message.text().equals("після перерви"), TestRoute.PATIENCE);
  }

  @Test
  void bothSidesRepeatUntilTheStoreIsBack() {
    List<String> questions = texts("питання ");
    List<String> answers = texts("відповідь ");
    outage.begin();
    questions.forEach(ivan::sendText);
    answers.forEach(desk::sendText);
    Until.holds(
        "both senders were refused",
        () ->
            route.heard.all(BridgeEvent.Refused.class).stream()
                    .map(BridgeEvent.Refused::endpoint)
                    .distinct()
                    .count()
                == 2);
    outage.end();

    assertCarried(route, ivan, questions, answers);
  }

  /** Each call that a worker makes while it carries fails a few times. */
  @ParameterizedTest
  @ValueSource(strings = {"claim", "complete", "release", "untilDue", "postpone", "record"})
  void anOutageInTheMiddleOfTheWorkHeals(String method) {
    route.awaitIdle();
    outage.next(method, 2);
    if (method.equals("postpone")) {
      route.genesys.faults().nextInbound(503, 1);
      ivan.sendText("до");
    } else if (method.equals("record")) {
      route.postSigned(Webhooks.text("m-long", ivan.id(), Samples.text(9_000)).toString());
    } else {
      ivan.sendText("до");
    }
    Until.holds("the calls failed", () -> outage.isOver(method));
    ivan.sendText("після");
    desk.sendText("відповідь");

    Until.holds("it goes on", () -> route.inGenesys(ivan).contains("після"));
    ivan.awaitMessage(message -> message.text().equals("відповідь"), TestRoute.PATIENCE);
    route.awaitIdle();
    List<String> arrived = route.inGenesys(ivan);
    NothingLost.onceInOrder(
        method.equals("record")
            ? List.of("Добрий день!", "після")
            : List.of("Добрий день!", "до", "після"),
        arrived);
    if (method.equals("record")) {
      List<String> shown = TestRoute.onPhone(ivan);
      assertEquals(Samples.text(9_000), String.join(" ", shown.subList(0, 3)));
    }
  }

  @Test
  void whatIsPolledIsConfirmedOnlyWhenItIsStored() throws IOException {
    try (TestRoute polling = start(TestRoute.Updates.POLLING)) {
      TelegramCustomer oksana = polling.oksana();
      polling.connect(oksana);
      polling.awaitIdle();
      List<String> questions = texts("питання ");
      outage.next("accept", 1);
      questions.forEach(oksana::sendText);
      Until.holds("the store refused", () -> outage.isOver("accept"));
      assertTrue(polling.telegram.pendingUpdates() > 0, "not confirmed");

      assertCarried(polling, oksana, questions, List.of());
    }
  }

  private static void assertCarried(
      TestRoute route, TelegramCustomer customer, List<String> questions, List<String> answers) {
    Until.holds(
        "all came",
        () ->
            route.inGenesys(customer).contains(questions.get(questions.size() - 1))
                && customer.messages().size() >= answers.size());
    List<String> inGenesys = route.inGenesys(customer);
    NothingLost.onceInOrder(questions, inGenesys.subList(1, inGenesys.size()));
    NothingLost.onceInOrder(answers, TestRoute.onPhone(customer));
  }

  private static List<String> texts(String prefix) {
    return IntStream.range(0, 6).mapToObj(i -> prefix + i).toList();
  }
}
