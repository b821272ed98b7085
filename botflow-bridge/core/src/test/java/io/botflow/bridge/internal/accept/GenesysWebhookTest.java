// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.accept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.internal.typing.OperatorTyping;
import io.botflow.bridge.route.Integration;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.connector.messenger.ReceivedWebhook;
import io.botflow.connector.web.WebRequest;
import io.botflow.genesys.webhook.WebhookVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenesysWebhookTest {
  private static final String OLD = "the-old-secret-20-chars";
  private static final String NEW = "the-new-secret-20-chars";
  private static final String MESSAGE =
      "{\"id\":\"m1\",\"type\":\"Text\",\"text\":\"hello\",\"channel\":{\"to\":{\"id\":\"anna\"}}}";

  private final InMemoryStore store = new InMemoryStore();
  private final List<BridgeEvent> events = new ArrayList<>();
  private final Intake intake = new Intake(store, events::add, () -> {});

  private GenesysWebhook webhook(Integration integration) {
    Route route =
        new Route(ScriptedAdapter.receiving(r -> ReceivedWebhook.of(List.of())), integration);
    return new GenesysWebhook(
        route, intake, new OperatorTyping(new ScheduledThreadPoolExecutor(0), Runnable::run));
  }

  private int post(Integration integration, String secret, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return webhook(integration)
        .handle(
            WebRequest.builder("POST", "/webhooks/genesys/" + integration.id())
                .header(WebhookVerifier.SIGNATURE_HEADER, WebhookVerifier.of(secret).sign(bytes))
                .body(bytes)
                .build())
        .status();
  }

  @Test
  void bothSecretsAreGoodWhileOneReplacesTheOther() {
    Integration changing = new Integration("open", List.of(NEW, OLD));

    assertEquals(200, post(changing, OLD, MESSAGE));
    assertEquals(200, post(changing, NEW, MESSAGE.replace("m1", "m2")));
    assertEquals(401, post(Integration.of("open", NEW), OLD, MESSAGE.replace("m1", "m3")));
    assertEquals(2, store.waiting());
  }

  @Test
  void messagesOfOneCustomerShareALaneAndOthersDoNot() {
    Integration open = Integration.of("open", NEW);
    post(open, NEW, MESSAGE);
    post(open, NEW, MESSAGE.replace("m1", "m2"));
    post(open, NEW, MESSAGE.replace("m1", "m3").replace("anna", "boris"));
    post(Integration.of("other", NEW), NEW, MESSAGE);

    List<ClaimedLane> lanes = store.claim("test", 10, 10, Duration.ofMinutes(1));
    assertEquals(List.of(2, 1, 1), lanes.stream().map(lane -> lane.entries().size()).toList());
  }

  @Test
  void theSameIdOnTwoIntegrationsIsNoRepeat() {
    post(Integration.of("open", NEW), NEW, MESSAGE);
    post(Integration.of("other", NEW), NEW, MESSAGE);

    assertEquals(2, store.waiting());
  }

  @Test
  void aMessageWithoutCustomerWaitsApartFromAllCustomers() {
    Integration open = Integration.of("open", NEW);
    post(open, NEW, MESSAGE);
    post(open, NEW, "{\"id\":\"m2\",\"type\":\"Text\",\"text\":\"to whom?\"}");

    List<ClaimedLane> lanes = store.claim("test", 10, 10, Duration.ofMinutes(1));
    assertEquals(2, lanes.size());
    assertNotEquals(lanes.get(0).lane(), lanes.get(1).lane());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Receipt", "Event"})
  void whatCarriesNoMessageIsToldAndNotStored(String type) {
    String body = MESSAGE.replace("\"Text\"", "\"" + type + "\"");

    assertEquals(200, post(Integration.of("open", NEW), NEW, body));

    assertEquals(0, store.waiting());
    assertEquals(1, events.stream().filter(BridgeEvent.Ignored.class::isInstance).count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"contentType\":\"\"}", "{\"contentType\":[5]}", "5", "[[]]"})
  void contentThatNamesNoTypeIsStoredLikeAnyOther(String element) {
    String body = MESSAGE.replaceFirst("\\{", "{\"content\":[" + element + "],");

    assertEquals(200, post(Integration.of("open", NEW), NEW, body));

    assertEquals(1, store.waiting());
  }

  @Test
  void aSecretThatIsTooShortIsRefusedWhenTheWebhookIsMade() {
    assertThrows(IllegalArgumentException.class, () -> webhook(Integration.of("open", "short")));
  }
}
