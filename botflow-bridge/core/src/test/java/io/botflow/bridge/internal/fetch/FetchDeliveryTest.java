// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.internal.deliver.FilePatience;
import io.botflow.bridge.internal.deliver.InboundMedia;
import io.botflow.bridge.internal.deliver.MediaDepot;
import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.media.FetchPolicy;
import io.botflow.bridge.media.MediaFetcher;
import io.botflow.bridge.media.MediaLinks;
import io.botflow.bridge.media.MediaStore;
import io.botflow.bridge.route.Integration;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.NewEntry;
import io.botflow.bridge.store.Notes;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.MediaUnavailableException;
import io.botflow.connector.messenger.Update;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchDeliveryTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Peer ANNA = new Peer("letters", "us", "anna");

  @TempDir Path directory;
  private final FileAdapter adapter = new FileAdapter();
  private final Route route = new Route(adapter, Integration.of("open", "a-secret-of-20-chars"));
  private InboundMedia turn;
  private FetchDelivery delivery;

  @BeforeEach
  void start() {
    MediaDepot depot =
        new MediaDepot(
            MediaStore.directory(directory),
            MediaLinks.builder(URI.create("https://bridge.example"), "a".repeat(43)).build(),
            MediaFetcher.of(FetchPolicy.publicHttps()),
            1_000,
            new FilePatience(
                Notes.inMemory(Clock.systemUTC()), Duration.ofMinutes(10), Clock.systemUTC()));
    turn = new InboundMedia(depot);
    delivery = new FetchDelivery(Map.of("open", route), depot, DAY);
  }

  private static Media file(String id) {
    return Media.of(Media.Type.FILE, new MediaSource.MessengerFile(id));
  }

  private static Message message(Part... parts) {
    return Message.of("m1", ANNA, Instant.EPOCH, List.of(parts));
  }

  private static Update update(Part... parts) {
    return new Update.Received("u1", message(parts), null);
  }

  private static Entry order(Update update, Duration age) {
    NewEntry entry = FetchOrder.inbound("open", update).orElseThrow();
    return new Entry(
        1, entry.lane(), entry.kind(), entry.route(), entry.payload(), 0, age, List.of());
  }

  private Outcome fetch(Part... parts) {
    return delivery.handle(order(update(parts), Duration.ZERO), link -> {});
  }

  private List<String> own(Part... parts) throws IOException {
    return turn.keep(message(parts), route, "anna:u1").losses();
  }

  private static void assertDone(Outcome outcome) {
    Completion completion = assertInstanceOf(Outcome.Final.class, outcome).completion();
    assertEquals(new Completion(EntryState.DELIVERED, null, List.of(), List.of()), completion);
  }

  @Test
  void onlyAMessageWithFilesHasAnOrder() {
    Media link =
        Media.of(Media.Type.LINK, new MediaSource.Url(URI.create("https://shop.example/")));
    assertTrue(FetchOrder.inbound("open", update(new Text("hello"), link)).isEmpty());
    assertTrue(FetchOrder.inbound("open", new Update.Stopped("u", ANNA, Instant.EPOCH)).isEmpty());
    assertTrue(FetchOrder.outbound("open", "anna", "m", List.of(new Text("hello"))).isEmpty());
    assertEquals(
        EntryKind.FETCH, FetchOrder.inbound("open", update(file("a"))).orElseThrow().kind());
  }

  @Test
  void theMessagesOwnTurnFindsWhatWasFetched() throws IOException {
    assertDone(fetch(new Text("two files"), file("a"), file("b")));
    assertEquals(List.of("a", "b"), adapter.opened);

    assertEquals(List.of(), own(new Text("two files"), file("a"), file("b")));
    assertEquals(List.of("a", "b"), adapter.opened);
  }

  @Test
  void aFileThatWasDamagedSinceIsFetchedAnew() throws IOException {
    assertDone(fetch(file("a")));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.bytes")) {
      for (Path bytes : files) {
        Files.write(bytes, new byte[] {1, 2, 3});
      }
    }

    assertEquals(List.of(), own(file("a")));
    assertEquals(List.of("a", "a"), adapter.opened);
    assertEquals(List.of(), own(file("a")));
    assertEquals(List.of("a", "a"), adapter.opened);
  }

  @Test
  void anEditIsFetchedUnderTheKeysOfItsOwnTurnThoughThatPutsASignInFront() throws IOException {
    Update edited = new Update.Edited("u1", message(file("a")));
    assertDone(delivery.handle(order(edited, Duration.ZERO), link -> {}));

    own(new Text("a sign"), file("a"));
    assertEquals(List.of("a"), adapter.opened);
  }

  @Test
  void aSecondOrderFetchesNothing() {
    fetch(file("a"));
    assertDone(fetch(file("a")));
    assertEquals(1, adapter.opened.size());
  }

  @Test
  void aFailureForNowIsTriedAgainAndOtherFilesAreFetchedMeanwhile() throws IOException {
    adapter.failing.put("a", new IOException("the line broke"));

    Outcome.TryAgain again = assertInstanceOf(Outcome.TryAgain.class, fetch(file("a"), file("b")));
    assertEquals("fetching media failed: the line broke", again.reason());
    adapter.failing.clear();
    assertDone(fetch(file("a"), file("b")));
    assertEquals(List.of("a", "b", "a"), adapter.opened);
  }

  @Test
  void anOrderThatIsTooOldEndsQuietly() {
    adapter.failing.put("a", new IOException("the line broke"));
    assertDone(delivery.handle(order(update(file("a")), DAY), link -> {}));
  }

  @Test
  void aFileThatIsGoneIsAskedForOnceAndToldByTheMessagesOwnTurn() throws IOException {
    adapter.failing.put("a", new MediaUnavailableException("it is gone"));

    assertDone(fetch(file("a")));
    assertEquals(List.of("FILE could not be fetched: it is gone"), own(file("a")));
    assertEquals(List.of("a"), adapter.opened);
  }

  @Test
  void afterARefusalWasToldTheNextAttemptAsksTheSourceAgain() throws IOException {
    adapter.failing.put("a", new MediaUnavailableException("it is gone"));
    fetch(file("a"));
    own(file("a"));
    adapter.failing.clear();

    assertEquals(List.of(), own(file("a")));
    assertEquals(List.of("a", "a"), adapter.opened);
  }

  /** No order goes ahead of a card's picture: nobody would take what was kept for one. */
  @Test
  void aRefusalInTheMessagesOwnTurnIsKeptForNobody() throws IOException {
    adapter.failing.put("a", new MediaUnavailableException("it is gone"));
    own(file("a"));
    own(file("a"));
    own(file("a"));
    assertEquals(List.of("a", "a", "a"), adapter.opened);

    adapter.failing.clear();
    assertEquals(List.of(), own(file("a")));
  }

  @Test
  void whatNobodyForesawIsLeftToTheMessagesOwnTurn() {
    adapter.broken = true;
    assertDone(fetch(file("a")));
    adapter.broken = false;
    Entry odd = new Entry(1, "l", EntryKind.FETCH, "open", "{", 0, Duration.ZERO, List.of());
    assertDone(delivery.handle(odd, link -> {}));
  }

  @Test
  void ofTwoThatComeAtOnceOneFetches() throws Exception {
    adapter.hold();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Outcome> ahead = threads.submit(() -> fetch(file("a")));
      adapter.awaitOpened();
      Future<List<String>> own = threads.submit(() -> own(file("a")));
      adapter.release();

      assertDone(ahead.get(10, TimeUnit.SECONDS));
      assertEquals(List.of(), own.get(10, TimeUnit.SECONDS));
      assertEquals(List.of("a"), adapter.opened);
    } finally {
      adapter.release();
      threads.shutdownNow();
    }
  }
}
