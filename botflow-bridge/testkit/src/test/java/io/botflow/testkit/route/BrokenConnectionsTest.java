// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.route.RetryPolicy;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.history.Findings;
import io.botflow.testkit.history.History;
import io.botflow.testkit.net.Fault;
import io.botflow.testkit.net.FaultProxy;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The connections to a far side break in each way there is: nothing is lost, the order is kept, and
 * only what was in flight comes twice. 2,000 messages for each way with {@code
 * -Dbotflow.proofs=long}.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class BrokenConnectionsTest {
  private static final int MESSAGES =
      "long".equals(System.getProperty("botflow.proofs")) ? 2_000 : 240;
  private static final int CUSTOMERS = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Far longer than a good exchange takes on a slow machine: only planned faults time out. */
  private static final Duration TIMEOUT = Duration.ofSeconds(4);

  /** What nobody knows the fate of is sent again as often as it takes. */
  private static final RetryPolicy RETRIES =
      new RetryPolicy(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofDays(1), 100);

  private final Leftovers leftovers = new Leftovers();
  private final long start = System.nanoTime();
  @Nullable private FaultProxy proxy;
  @Nullable private TestRoute route;

  /** What the client gave up goes on to drip: the network has it. */
  private boolean dripping;

  /** A name and what is done to the proxy while messages are under way. */
  private record Weather(String name, Consumer<FaultProxy> begin) {
    static Weather every(int n, Fault fault) {
      return new Weather(fault.toString(), proxy -> proxy.every(n, fault));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Weather> weathers() {
    return Stream.of(
        Weather.every(1, Fault.latency(Duration.ofMillis(20))),
        Weather.every(7, Fault.resetRequestAfter(0)),
        Weather.every(7, Fault.resetRequestAfter(100)),
        Weather.every(7, Fault.resetBodyAfter(0)),
        Weather.every(7, Fault.resetBodyAfter(20)),
        Weather.every(7, Fault.resetAnswerAfter(0)),
        Weather.every(7, Fault.resetAnswerAfter(40)),
        Weather.every(7, Fault.truncatedAnswerAfter(0)),
        Weather.every(7, Fault.truncatedAnswerAfter(40)),
        Weather.every(41, Fault.blackHole()),
        Weather.every(41, Fault.lostAnswer()),
        Weather.every(41, Fault.slow(1)),
        Weather.every(1, Fault.slow(20_000)),
        new Weather("refused", FaultProxy::refuse));
  }

  @ParameterizedTest
  @MethodSource("weathers")
  void towardsGenesysCloud(Weather weather) throws IOException {
    TestRoute to = start(TestRoute.builder().towardsGenesys(this::detour));
    Histories.Attempts attempts = new Histories.Attempts(to.genesys);
    History tried = new History();
    History recorded = new History();
    List<TelegramCustomer> customers = customers(to);

    weather.begin().accept(proxy());
    for (int i = 0; i < MESSAGES; i++) {
      TelegramCustomer customer = customers.get(i % CUSTOMERS);
      String text = "повідомлення " + i;
      Stream.of(tried, recorded)
          .forEach(history -> history.sent(Long.toString(customer.id()), text, Instant.now()));
      customer.sendText(text);
    }
    clearUp(to, weather);
    Until.holds("Telegram got rid of all", PATIENCE, () -> to.telegram.pendingUpdates() == 0);
    Until.holds("nothing waits in the store", PATIENCE, () -> to.store.waiting() == 0);

    attempts.into(tried);
    Histories.broken(proxy(), tried);
    Findings findings = report("to Genesys Cloud", weather, tried);
    Histories.recorded(to.genesys, recorded);
    findings.requireAtLeastOnce();
    recorded.findings().requireExactlyOnce();
  }

  @ParameterizedTest
  @MethodSource("weathers")
  void towardsTelegram(Weather weather) throws IOException {
    TestRoute to = start(TestRoute.builder().towardsTelegram(this::detour));
    History history = new History();
    List<TelegramCustomer> customers = customers(to);
    List<AgentConversation> desks = customers.stream().map(to::connect).toList();

    weather.begin().accept(proxy());
    for (int i = 0; i < MESSAGES; i++) {
      String text = "відповідь " + i;
      String customer = Long.toString(customers.get(i % CUSTOMERS).id());
      history.sent(customer, text, Instant.now());
      desks.get(i % CUSTOMERS).sendText(text);
    }
    clearUp(to, weather);
    Until.holds("all are shown", PATIENCE, () -> shown(customers) == MESSAGES);
    Until.holds("nothing waits in the store", PATIENCE, () -> to.store.waiting() == 0);

    customers.forEach(customer -> Histories.shown(customer, history));
    Histories.broken(proxy(), history);
    report("to Telegram", weather, history).requireAtLeastOnce();
  }

  /** Nothing is left of the bridge's connections, and of its threads. */
  @AfterEach
  void nothingIsLeft() throws IOException {
    TestRoute closing = route;
    FaultProxy emptying = proxy;
    route = null;
    proxy = null;
    if (closing != null) {
      closing.close();
    }
    if (emptying != null) {
      if (!dripping) {
        Until.holds("no connection is left", PATIENCE, () -> hasNoConnection(emptying));
      }
      emptying.close();
    }
    leftovers.awaitEnd();
  }

  private static boolean hasNoConnection(FaultProxy emptying) {
    if (emptying.open() == 0) {
      return true;
    }
    // An HTTP client of JDK 17 has no close: it lets its idle connections go when it is collected.
    System.gc();
    return false;
  }

  private TestRoute start(TestRoute.Builder builder) {
    TestRoute started =
        builder.genesysTimeout(TIMEOUT).telegramTimeout(TIMEOUT).retries(RETRIES).start();
    route = started;
    return started;
  }

  private URI detour(URI server) {
    FaultProxy started = FaultProxy.before(server);
    proxy = started;
    return started.uri();
  }

  private FaultProxy proxy() {
    if (proxy == null) {
      throw new IllegalStateException("the route has not been started");
    }
    return proxy;
  }

  /** Refusing ends some time; all other weather lasts until everything has arrived. */
  private void clearUp(TestRoute to, Weather weather) {
    if (weather.name().equals("refused")) {
      Until.holds(
          "it was probed again",
          PATIENCE,
          () -> to.heard.all(BridgeEvent.TargetClosed.class).size() > 1);
      proxy().heal();
    }
  }

  private Findings report(String where, Weather weather, History history) {
    dripping = weather.name().equals(Fault.slow(1).toString());
    Findings findings = history.findings();
    int strikes = proxy().strikes().size();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "R8 %s, %s: %s; %d of %d exchanges struck, %.1f s%n",
        where, weather, findings, strikes, proxy().exchanges(), seconds);
    assertTrue(strikes > 0 || weather.name().equals("refused"), "the weather was good");
    assertFalse(findings.repeated().size() > strikes, "more came again than was struck");
    return findings;
  }

  private static List<TelegramCustomer> customers(TestRoute route) {
    return IntStream.range(0, CUSTOMERS)
        .mapToObj(i -> route.telegram.customer(4_100_000 + i, "Клієнт " + i, null, "uk"))
        .toList();
  }

  private static int shown(List<TelegramCustomer> customers) {
    return customers.stream()
        .map(TestRoute::onPhone)
        .mapToInt(texts -> new HashSet<>(texts).size())
        .sum();
  }
}
