// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.accept;

import static io.botflow.bridge.internal.accept.ScriptedAdapter.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.internal.typing.CustomerTyping;
import io.botflow.bridge.route.Integration;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.InvalidSignatureException;
import io.botflow.connector.messenger.ReceivedWebhook;
import io.botflow.connector.messenger.Update;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessengerWebhookTest {
  private final InMemoryStore store = new InMemoryStore();
  private final List<BridgeEvent> events = new ArrayList<>();
  private final AtomicInteger wakes = new AtomicInteger();
  private final Intake intake = new Intake(store, events::add, wakes::incrementAndGet);

  private WebResponse post(Function<WebRequest, ReceivedWebhook> receive) {
    Route route =
        new Route(
            ScriptedAdapter.receiving(receive), Integration.of("open", "a-secret-of-20-chars"));
    return new MessengerWebhook(
            route, intake, CustomerTyping.none(), new MessageTimes(Clock.systemUTC()))
        .handle(WebRequest.builder("POST", "/webhooks/letters/us").body("the body").build());
  }

  private List<Entry> stored() {
    return store.claim("test", 10, 10, Duration.ofMinutes(1)).stream()
        .map(ClaimedLane::entries)
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void updatesAreStoredInOrderBeforeTheAnswerIsGiven() {
    WebResponse answer =
        post(request -> ReceivedWebhook.of(List.of(update("1"), update("2"), update("3"))));

    assertEquals(200, answer.status());
    assertEquals(1, wakes.get());
    assertEquals(
        List.of("1", "2", "3"),
        events.stream().map(event -> ((BridgeEvent.Accepted) event).messageId()).toList());
    List<Entry> entries = stored();
    assertEquals(List.of(1L, 2L, 3L), entries.stream().map(Entry::sequence).toList());
    assertTrue(entries.stream().allMatch(entry -> entry.kind() == EntryKind.INBOUND));
  }

  @Test
  void repeatsWithinAndAcrossRequestsAreStoredOnce() {
    post(request -> ReceivedWebhook.of(List.of(update("1"), update("1"))));
    WebResponse answer = post(request -> ReceivedWebhook.of(List.of(update("1"), update("2"))));

    assertEquals(200, answer.status());
    assertEquals(2, store.waiting());
    assertEquals(
        List.of(false, true, true, false),
        events.stream().map(event -> ((BridgeEvent.Accepted) event).repeated()).toList());
  }

  @Test
  void anUpdateWithAFileIsStoredWithAnOrderToFetchItAtOnceOfWhichObserversHearNothing() {
    Media photo = Media.of(Media.Type.IMAGE, new MediaSource.MessengerFile("f1"));
    Peer anna = new Peer("letters", "us", "anna");
    Update update =
        new Update.Received("9", Message.of("m9", anna, Instant.EPOCH, List.of(photo)), null);

    post(request -> ReceivedWebhook.of(List.of(update, update("10"))));
    post(request -> ReceivedWebhook.of(List.of(update)));

    List<ClaimedLane> lanes = store.claim("test", 10, 10, Duration.ofMinutes(1));
    assertEquals(
        List.of(List.of(EntryKind.INBOUND, EntryKind.INBOUND), List.of(EntryKind.FETCH)),
        lanes.stream().map(lane -> lane.entries().stream().map(Entry::kind).toList()).toList());
    assertEquals(
        List.of("9 false", "10 false", "9 true"),
        events.stream()
            .map(BridgeEvent.Accepted.class::cast)
            .map(event -> event.messageId() + " " + event.repeated())
            .toList());
  }

  @Test
  void theMessengersOwnAnswerIsGiven() {
    WebResponse wanted = WebResponse.json(202, "{\"status\":0}");

    assertEquals(
        wanted, post(request -> new ReceivedWebhook(List.of(update("1")), wanted, List.of())));
  }

  @Test
  void whatTheAdapterIgnoredIsTold() {
    assertEquals(200, post(request -> ReceivedWebhook.ignored("a story mention")).status());

    assertEquals(List.of(new BridgeEvent.Ignored("open", "a story mention")), events);
    assertEquals(0, wakes.get());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aRequestWithoutProofIsRefusedWithTheAdaptersStatus(int status) {
    WebResponse answer =
        post(
            request -> {
              throw new InvalidSignatureException(status, "the header X-Proof is missing");
            });

    assertEquals(status, answer.status());
    assertNull(answer.body());
    assertEquals(
        List.of(
            new BridgeEvent.Refused(
                "/webhooks/letters/us", status, "the header X-Proof is missing")),
        events);
    assertEquals(0, store.waiting());
  }

  @Test
  void whatTheAdapterFailsOnIsKeptOnceAndApartFromCustomers() {
    Function<WebRequest, ReceivedWebhook> broken =
        request -> {
          throw new IllegalStateException("a fault of the adapter");
        };

    assertEquals(200, post(broken).status());
    assertEquals(200, post(broken).status());

    List<Entry> entries = stored();
    assertEquals(1, entries.size(), "the messenger's repeat is known");
    assertEquals("the body", entries.get(0).payload());
    post(request -> ReceivedWebhook.of(List.of(update("1"))));
    assertEquals(1, stored().size(), "in a lane of its own, though the other one is claimed");
  }

  @Test
  void aStoreThatIsAwayMakesTheSenderRepeat() {
    store.close();

    WebResponse answer = post(request -> ReceivedWebhook.of(List.of(update("1"))));

    assertEquals(503, answer.status());
    assertEquals("5", answer.headers().get("Retry-After"));
    assertEquals(
        List.of(new BridgeEvent.Refused("/webhooks/letters/us", 503, "the store is not available")),
        events);
    assertEquals(0, wakes.get());
  }

  @Test
  void aStoreThatIsAwayDoesNotMatterWhenThereIsNothingToStore() {
    store.close();

    assertEquals(200, post(request -> ReceivedWebhook.ignored("nothing")).status());
  }
}
