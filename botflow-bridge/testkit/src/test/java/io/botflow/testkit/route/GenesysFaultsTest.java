// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.route.RetryPolicy;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Genesys Cloud refuses, is slow or away: what the customer wrote waits and arrives in order. */
class GenesysFaultsTest {
  private static final String UNDELIVERED = "⚠️ Your message could not be delivered";
  private static final List<String> TEXTS =
      IntStream.range(0, 8).mapToObj(i -> "повідомлення " + i).toList();

  @AutoClose private final TestRoute route = TestRoute.start();
  private final TelegramCustomer ivan = route.ivan();

  @BeforeEach
  void connect() {
    route.connect(ivan);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void aFailureOfThePlatformIsWaitedOut(int status) {
    route.genesys.faults().nextInbound(status, 4);

    assertEverythingArrivesOnce();
    assertEquals(4, route.heard.all(BridgeEvent.Postponed.class).size());
  }

  @Test
  void aRateLimitIsObeyedToTheSecond() {
    route.genesys.faults().nextInbound(429, 1);

    assertEverythingArrivesOnce();
    BridgeEvent.Postponed rest = route.heard.await(BridgeEvent.Postponed.class);
    assertEquals(Duration.ofSeconds(1), rest.delay());
  }

  @Test
  void aRevokedTokenIsReplacedWithoutAnyRest() {
    route.genesys.revokeTokens();

    assertEverythingArrivesOnce();
    assertEquals(List.of(), route.heard.all(BridgeEvent.Postponed.class));
    assertEquals(1, route.genesys.requests().stream().filter(r -> r.status() == 401).count());
  }

  /**
   * Credentials and permissions are an administrator's to mend; no message is given up for them.
   */
  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void whatAnAdministratorCanMendIsWaitedOut(int status) {
    route.genesys.faults().nextInbound(status, 6);

    assertEverythingArrivesOnce();
    assertEquals(List.of(), route.store.deadLetters(1));
  }

  @Test
  void aMessageWhoseAnswerIsLateIsSentAgainAndRecordedOnce() throws IOException {
    try (TestRoute hasty = TestRoute.builder().genesysTimeout(Duration.ofMillis(300)).start()) {
      TelegramCustomer oksana = hasty.oksana();
      hasty.connect(oksana);
      hasty.genesys.faults().delayInbound(Duration.ofMillis(600));
      oksana.sendText("повільно");
      hasty.heard.await(BridgeEvent.Postponed.class);
      hasty.genesys.faults().delayInbound(Duration.ZERO);
      oksana.sendText("швидко");

      Until.holds("the last came", () -> hasty.inGenesys(oksana).contains("швидко"));
      NothingLost.onceInOrder(
          List.of("Добрий день!", "повільно", "швидко"), hasty.inGenesys(oksana));
      Until.holds("it was sent twice", () -> messagePosts(hasty) == 4);
    }
  }

  @Test
  void whatThePlatformWillNeverTakeIsADeadLetterAndTheRestGoesOn() {
    route.genesys.faults().nextInbound(400, 1);
    TEXTS.forEach(ivan::sendText);

    Until.holds("the last came", () -> route.inGenesys(ivan).contains(TEXTS.get(7)));
    List<String> arrived = route.inGenesys(ivan);
    NothingLost.onceInOrder(TEXTS.subList(1, 8), arrived.subList(1, arrived.size()));
    BridgeEvent.Finished dead = route.heard.awaitFinished(EntryKind.INBOUND, EntryState.DEAD);
    assertTrue(String.valueOf(dead.detail()).contains("400"), dead.detail());
    assertEquals(1, route.store.deadLetters(10).size());
  }

  @Test
  void aCustomerIsToldOfAMessageThatThePlatformWillNeverTake() {
    route.genesys.faults().nextInbound(400, 1);
    ivan.sendText("неможливе");

    ivan.awaitMessage(message -> message.text().equals(UNDELIVERED), TestRoute.PATIENCE);
    route.heard.awaitFinished(EntryKind.INBOUND, EntryState.DEAD);
    ivan.sendText("можливе");
    Until.holds("the next came", () -> route.inGenesys(ivan).contains("можливе"));
    assertEquals(List.of(UNDELIVERED), TestRoute.onPhone(ivan));
  }

  @Test
  void aCustomerIsToldOfAMessageThatWasRepeatedForTooLong() {
    RetryPolicy hasty =
        new RetryPolicy(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(300), 3);
    try (TestRoute impatient = TestRoute.builder().retries(hasty).start()) {
      TelegramCustomer oksana = impatient.oksana();
      impatient.connect(oksana);
      impatient.genesys.faults().nextInbound(503, 1_000_000);
      oksana.sendText("загублене");

      oksana.awaitMessage(message -> message.text().equals(UNDELIVERED), TestRoute.PATIENCE);
      assertEquals(1, impatient.store.deadLetters(10).size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aDeadLetterThatIsReplayedArrives() {
    route.genesys.faults().nextInbound(400, 1);
    ivan.sendText("загублене");
    long sequence = route.heard.awaitFinished(EntryKind.INBOUND, EntryState.DEAD).sequence();

    assertTrue(route.store.replay(sequence));

    Until.holds("it came", () -> route.inGenesys(ivan).contains("загублене"));
  }

  private void assertEverythingArrivesOnce() {
    TEXTS.forEach(ivan::sendText);
    awaitArrival();
  }

  private void awaitArrival() {
    Until.holds("the last came", () -> route.inGenesys(ivan).contains(TEXTS.get(7)));
    List<String> arrived = route.inGenesys(ivan);
    NothingLost.onceInOrder(TEXTS, arrived.subList(1, arrived.size()));
  }

  private static long messagePosts(TestRoute route) {
    return route.genesys.requests().stream()
        .filter(request -> request.path().endsWith("/inbound/open/message"))
        .count();
  }
}
