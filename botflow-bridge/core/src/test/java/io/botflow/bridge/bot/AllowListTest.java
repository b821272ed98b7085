// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.media.TestClock;
import io.botflow.bridge.web.PathRouter;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.web.WebRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AllowListTest {
  private final TestClock clock = new TestClock();
  private final List<BridgeEvent> events = new CopyOnWriteArrayList<>();
  private final ScriptedBot bot = ScriptedBot.answering(Reply.awaitMore());

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("genesysCloud or ranges", b -> b),
        wrong("ranges", b -> b.ranges("192.0.2.0/33")),
        wrong("ranges", b -> b.ranges("192.0.2.1", "localhost")),
        wrong("forwardedBy", b -> b.forwardedBy("X-Forwarded-For", 0)),
        wrong("forwardedBy", b -> b.forwardedBy("", 1)),
        wrong("forwardedBy", b -> b.forwardedBy("X Y", 1)),
        wrong("forwardedBy", b -> b.forwardedBy("forwarded", 1)),
        wrong("trustedProxies", b -> b.forwardedBy("X-Forwarded-For", 1).trustedProxies("proxy")),
        wrong("trustedProxies", b -> b.ranges("192.0.2.1").trustedProxies("10.0.0.0/8")),
        wrong("refreshInterval", b -> b.refreshInterval(Duration.ofMillis(999))),
        wrong("refreshInterval", b -> b.refreshInterval(Duration.ofDays(8))));
  }

  private static Arguments wrong(String setting, UnaryOperator<AllowList.Builder> change) {
    return arguments(setting, change);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongSettingIsRefusedByName(String setting, UnaryOperator<AllowList.Builder> change) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> change.apply(AllowList.builder()).build());
    assertTrue(String.valueOf(refused.getMessage()).startsWith(setting), refused.getMessage());
  }

  private int call(BotConnectorEndpoint endpoint, @Nullable String address, String secret)
      throws UnknownHostException {
    WebRequest request =
        WebRequest.builder("GET", "/bot/v2/bots")
            .header("Authorization", secret)
            .header("X-Forwarded-For", "192.0.2.1")
            .remoteAddress(address == null ? null : InetAddress.getByName(address))
            .build();
    return PathRouter.of(endpoint.handlers()).handle(request).status();
  }

  private BotConnectorEndpoint endpoint(AllowList.Builder allowList) {
    return BotConnectorEndpoint.builder(
            List.of(bot), Caller.settings().allowList(allowList.build()).build())
        .clock(clock)
        .listener(events::add)
        .build();
  }

  @Test
  void aCallerWhoseAddressTheHostDoesNotTellIsRefused() throws UnknownHostException {
    AllowList.Builder anyone = AllowList.builder().ranges("0.0.0.0/0", "::/0");
    try (BotConnectorEndpoint endpoint = endpoint(anyone);
        BotConnectorEndpoint proxied = endpoint(anyone.forwardedBy("X-Forwarded-For", 1))) {
      assertEquals(200, call(endpoint, "192.0.2.1", Caller.SECRET));
      assertEquals(403, call(endpoint, null, Caller.SECRET));
      assertEquals(403, call(proxied, null, Caller.SECRET));
    }
    try (Caller without = Caller.of(bot)) {
      assertEquals(200, without.call("GET", "/bot/v2/bots", "").status());
    }
  }

  @Test
  void theAddressDoesNotStandForTheSecret() throws UnknownHostException {
    try (BotConnectorEndpoint endpoint = endpoint(AllowList.builder().ranges("192.0.2.0/24"))) {
      assertEquals(200, call(endpoint, "192.0.2.1", Caller.SECRET));
      assertEquals(403, call(endpoint, "192.0.2.1", "Bearer wrong"));
      assertEquals(403, call(endpoint, "198.51.100.1", Caller.SECRET));
      assertEquals(200, call(endpoint, "::ffff:192.0.2.1", Caller.SECRET));
    }
  }

  @Test
  void manyStrangersAreToldOfOnceAMinute() throws UnknownHostException {
    try (BotConnectorEndpoint endpoint = endpoint(AllowList.builder().ranges("192.0.2.0/24"))) {
      for (int i = 1; i <= 50; i++) {
        assertEquals(403, call(endpoint, "198.51.100." + i, Caller.SECRET));
      }
      clock.advance(Duration.ofMinutes(1));
      assertEquals(403, call(endpoint, "198.51.100.99", Caller.SECRET));
    }
    assertEquals(
        List.of(
            new BridgeEvent.Refused("/bot/v2/", 403, "198.51.100.1 is not on the allow-list"),
            new BridgeEvent.Refused(
                "/bot/v2/",
                403,
                "198.51.100.99 is not on the allow-list; 49 more were refused so before")),
        events);
  }
}
