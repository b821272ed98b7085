// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.internal.offer.Offers;
import io.botflow.bridge.internal.typing.OperatorTyping;
import io.botflow.bridge.media.FetchPolicy;
import io.botflow.bridge.media.MediaFetcher;
import io.botflow.bridge.media.MediaLinks;
import io.botflow.bridge.media.MediaStore;
import io.botflow.bridge.route.Integration;
import io.botflow.bridge.route.RetryPolicy;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.NewEntry;
import io.botflow.bridge.store.Notes;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.FailureReason;
import io.botflow.connector.messenger.SendResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundDeliveryTest {
  private static final SendResult UNKNOWN = new SendResult.Unknown("the line broke");
  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  private final ScriptedAdapter adapter = new ScriptedAdapter(true);
  private final List<Link> recorded = new ArrayList<>();
  private final Notes halfSent = Notes.inMemory(Clock.systemUTC());
  @TempDir Path directory;
  private HttpServer pictures;

  @BeforeEach
  void serveAPicture() throws IOException {
    pictures =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    pictures.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write(new byte[] {1, 2, 3});
          }
        });
    pictures.start();
  }

  @AfterEach
  void stop() {
    pictures.stop(0);
  }

  private URI origin() {
    return URI.create("http://127.0.0.1:" + pictures.getAddress().getPort());
  }

  private OutboundDelivery delivery(ScriptedAdapter to) {
    Route route = new Route(to, Integration.of("open", "a-secret-of-20-chars"));
    MediaDepot depot =
        new MediaDepot(
            MediaStore.directory(directory),
            MediaLinks.builder(URI.create("https://bridge.example"), "a".repeat(43)).build(),
            MediaFetcher.of(FetchPolicy.publicHttps().allowing(origin())),
            1_000,
            new FilePatience(
                Notes.inMemory(Clock.systemUTC()), Duration.ofMinutes(10), Clock.systemUTC()));
    return new OutboundDelivery(
        Map.of("open", route),
        new PartDelivery(
            depot,
            RetryPolicy.DEFAULT,
            new Offers(Notes.inMemory(Clock.systemUTC()), Clock.systemUTC()),
            new Arrivals(Notes.inMemory(Clock.systemUTC())),
            new HalfSent(halfSent)),
        new OperatorTyping(new ScheduledThreadPoolExecutor(0), Runnable::run),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Outcome handle(Entry entry) {
    return delivery(adapter).handle(entry, recorded::add);
  }

  private static Entry entry(String body, List<Link> done) {
    return new Entry(7, "lane", EntryKind.OUTBOUND, "open", body, 0, Duration.ZERO, done);
  }

  private static Entry text(String text) {
    return entry(body("\"text\":\"" + text + "\""), List.of());
  }

  private Entry picture() {
    return entry(
        body(
            "\"text\":\"caption\",\"content\":[{\"contentType\":\"Attachment\",\"attachment\":"
                + "{\"mediaType\":\"Image\",\"mime\":\"image/png\",\"filename\":\"a.png\",\"url\":\""
                + origin().resolve("/a.png")
                + "\"}}]"),
        List.of());
  }

  private static String body(String content) {
    return "{\"id\":\"m1\",\"type\":\"Text\",\"conversationId\":\"c1\","
        + "\"channel\":{\"to\":{\"id\":\"anna\"}},"
        + content
        + "}";
  }

  private static Completion ended(Outcome outcome) {
    return assertInstanceOf(Outcome.Final.class, outcome).completion();
  }

  private static Receipt receipt(Completion completion) {
    NewEntry followUp = completion.followUps().get(0);
    assertEquals(EntryKind.RECEIPT, followUp.kind());
    return MessageJson.read(followUp.payload(), Receipt.class);
  }

  @Test
  void aTextIsSentAndLinked() {
    Completion completion = ended(handle(text("hello")));

    assertEquals(EntryState.DELIVERED, completion.state());
    assertEquals(List.of(new Link(0, "anna", "letter-1", "m1", "c1")), completion.links());
    assertEquals(List.of(), recorded);
  }

  @Test
  void eachPartIsRecordedAsSoonAsItIsSentAndHasAKeyOfItsOwn() {
    Completion completion = ended(handle(text("one two three four five")));

    assertEquals(EntryState.DEGRADED, completion.state());
    assertEquals(3, adapter.attempts.size());
    assertEquals(List.of("open:m1:0", "open:m1:1", "open:m1:2"), adapter.keys);
    assertEquals(List.of(0, 1), recorded.stream().map(Link::part).toList());
    assertEquals(2, completion.links().get(0).part());
  }

  @Test
  void partsThatAreDoneAreNotSentAgain() {
    Link first = new Link(0, "anna", "letter-0", "m1", "c1");
    handle(entry(body("\"text\":\"one two three four five\""), List.of(first)));

    assertEquals(List.of("open:m1:1", "open:m1:2"), adapter.keys);
  }

  @Test
  void aMessageWhosePartsAreAllDoneIsDelivered() {
    Link only = new Link(0, "anna", "letter-0", "m1", "c1");

    Completion completion = ended(handle(entry(body("\"text\":\"hello\""), List.of(only))));

    assertEquals(EntryState.DELIVERED, completion.state());
    assertEquals(List.of(), adapter.attempts);
  }

  @Test
  void theRestThatTheMessengerWantsIsTaken() {
    Duration rest = Duration.ofSeconds(17);
    adapter.then(new SendResult.RetryLater(FailureReason.RATE_LIMITED, rest, "slowly"));

    assertEquals(
        new Outcome.TryAgain("RATE_LIMITED: slowly", rest, Outcome.Scope.TARGET),
        handle(text("hello")));
  }

  @ParameterizedTest
  @EnumSource(FailureReason.class)
  void aRefusalIsReportedToTheOperator(FailureReason reason) {
    adapter.then(new SendResult.Rejected(reason, "no"));

    Completion completion = ended(handle(text("hello")));

    assertEquals(EntryState.REJECTED, completion.state());
    Receipt receipt = receipt(completion);
    assertEquals(new Receipt("m1", "anna", Reasons.of(reason), reason + ": no", NOW), receipt);
  }

  @Test
  void whatNobodyKnowsIsTriedThreeTimesThenReported() {
    OutboundDelivery delivery = delivery(adapter.then(UNKNOWN, UNKNOWN, UNKNOWN));

    assertInstanceOf(Outcome.TryAgain.class, delivery.handle(text("hello"), recorded::add));
    assertInstanceOf(Outcome.TryAgain.class, delivery.handle(text("hello"), recorded::add));
    Completion completion = ended(delivery.handle(text("hello"), recorded::add));

    assertEquals(EntryState.REJECTED, completion.state());
    assertTrue(receipt(completion).reason().contains("perhaps delivered"));
  }

  @Test
  void eachPartHasItsOwnAttemptsInTheDark() {
    SendResult sent = new SendResult.Sent("letter");
    OutboundDelivery delivery =
        delivery(adapter.then(UNKNOWN, UNKNOWN, sent, UNKNOWN, UNKNOWN, sent));
    Entry whole = text("one two three");
    delivery.handle(whole, recorded::add);
    delivery.handle(whole, recorded::add);
    assertInstanceOf(Outcome.TryAgain.class, delivery.handle(whole, recorded::add));
    Entry rest = entry(body("\"text\":\"one two three\""), List.copyOf(recorded));

    assertInstanceOf(Outcome.TryAgain.class, delivery.handle(rest, recorded::add));
    assertEquals(EntryState.DEGRADED, ended(delivery.handle(rest, recorded::add)).state());
  }

  @Test
  void aPictureThatIsRefusedForWhatItIsGoesAsAFile() {
    adapter.then(new SendResult.Rejected(FailureReason.MEDIA, "too tall"));

    Completion completion = ended(handle(picture()));

    assertEquals(EntryState.DEGRADED, completion.state());
    assertEquals("IMAGE: sent as a file after: too tall", completion.detail());
    assertEquals(
        List.of(Media.Type.IMAGE, Media.Type.FILE),
        adapter.attempts.stream().map(part -> ((Media) part).type()).toList());
    assertEquals(
        List.of("caption", "caption"),
        adapter.attempts.stream().map(part -> ((Media) part).caption()).toList());
    assertEquals(List.of("open:m1:0", "open:m1:0-file"), adapter.keys);
  }

  @Test
  void aFileThatIsRefusedTooIsReported() {
    SendResult refused = new SendResult.Rejected(FailureReason.MEDIA, "no");
    adapter.then(refused, refused);

    assertEquals(EntryState.REJECTED, ended(handle(picture())).state());
    assertEquals(2, adapter.attempts.size());
  }

  @Test
  void aPictureThatIsRefusedForAnotherReasonIsReportedAtOnce() {
    adapter.then(new SendResult.Rejected(FailureReason.RECIPIENT_BLOCKED_OR_GONE, "gone"));

    assertEquals(EntryState.REJECTED, ended(handle(picture())).state());
    assertEquals(1, adapter.attempts.size());
  }

  @Test
  void aMessengerWithoutFilesIsNotAskedToTakeOne() {
    ScriptedAdapter noFiles =
        new ScriptedAdapter(false).then(new SendResult.Rejected(FailureReason.MEDIA, "too tall"));

    Completion completion = ended(delivery(noFiles).handle(picture(), recorded::add));

    assertEquals(EntryState.REJECTED, completion.state());
    assertEquals(1, noFiles.attempts.size());
  }

  @Test
  void whatIsSentOfACardWithoutItsPictureIsNotSentAgain() {
    Entry card =
        entry(
            body(
                "\"content\":[{\"contentType\":\"Card\",\"card\":{\"title\":\"one two three\",\"image\":\""
                    + origin().resolve("/a.png")
                    + "\",\"actions\":[{\"type\":\"Postback\",\"text\":\"a\",\"payload\":\"b\"}]}}]"),
            List.of());
    ScriptedAdapter cards =
        ScriptedAdapter.ofCards()
            .then(
                new SendResult.Rejected(FailureReason.MEDIA, "too wide"),
                new SendResult.Sent("letter-0"),
                new SendResult.RetryLater(FailureReason.PLATFORM_TRANSIENT, null, "busy"));
    assertInstanceOf(Outcome.TryAgain.class, delivery(cards).handle(card, recorded::add));

    Completion completion = ended(delivery(cards).handle(card, recorded::add));

    assertEquals(EntryState.DEGRADED, completion.state());
    assertTrue(String.valueOf(completion.detail()).contains("too wide"), completion.detail());
    assertEquals(
        List.of("open:m1:0", "open:m1:0-bare-0", "open:m1:0-bare-1", "open:m1:0-bare-1"),
        cards.keys.subList(0, 4));
  }

  @Test
  void aMessageThatSaysNothingIsReported() {
    Completion completion = ended(handle(entry(body("\"content\":[]"), List.of())));

    assertEquals(EntryState.REJECTED, completion.state());
    assertEquals("UnsupportedMessage", receipt(completion).code());
  }

  @Test
  void contentOfAnUnknownKindIsShownAsItsText() {
    Entry strange =
        entry(
            body("\"text\":\"look\",\"content\":[{\"contentType\":\"Hologram\",\"x\":1}]"),
            List.of());

    ended(handle(strange));

    List<Part> texts = adapter.attempts;
    assertEquals(List.of(new Text("look")), texts);
  }

  @Test
  void whatIsGivenUpIsReportedToo() {
    OutboundDelivery delivery = delivery(adapter);

    List<NewEntry> followUps = delivery.gaveUp(text("hello"), "gave up after 9 attempts");
    Receipt receipt = MessageJson.read(followUps.get(0).payload(), Receipt.class);
    assertEquals("gave up after 9 attempts", receipt.reason());
    assertEquals(List.of(), delivery.gaveUp(entry("not JSON", List.of()), "x"));
    assertEquals(List.of(), delivery.gaveUp(entry("{\"id\":\"m\"}", List.of()), "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not JSON", "[]", "{\"id\":\"m\",\"type\":\"Hologram\"}", "{}"})
  void whatCannotBeReadIsADeadLetter(String payload) {
    Completion completion = ended(handle(entry(payload, List.of())));

    assertEquals(EntryState.DEAD, completion.state());
    assertEquals(List.of(), adapter.attempts);
  }

  @Test
  void anEntryOfARouteThatIsGoneIsADeadLetter() {
    Entry lost =
        new Entry(7, "lane", EntryKind.OUTBOUND, "gone", "{}", 0, Duration.ZERO, List.of());

    assertTrue(String.valueOf(ended(handle(lost)).detail()).contains("gone"));
  }
}
