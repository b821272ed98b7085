// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.Update;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.route.MessengerUnderTest.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The invariant over everything: each kind of content, in each direction, at each messenger, ends
 * delivered, degraded with what changed, or rejected with a reason that its sender sees; and what
 * arrived is what was sent.
 *
 * <p>New kinds and new messengers join by themselves: without a sample in {@link EveryContent}, or
 * without a line in {@link MessengerUnderTest#ALL}, this fails.
 */
class EveryKindTest {
  private static final Pattern ADAPTER =
      Pattern.compile("class (\\w+)\\s+implements [\\w, ]*\\b(?:Messenger|Polling)Adapter\\b");

  /** What customers send and Open Messaging has no word for: told as text, and as a loss. */
  private static final Set<PartKind> NOT_IN_OPEN_MESSAGING =
      Set.of(PartKind.LOCATION, PartKind.CONTACT, PartKind.OPAQUE);

  private KindRoute route;

  @AfterEach
  void close() {
    if (route != null) {
      route.close();
    }
  }

  static Stream<Arguments> kinds() {
    return MessengerUnderTest.ALL.keySet().stream()
        .flatMap(name -> Stream.of(PartKind.values()).map(kind -> Arguments.of(name, kind)));
  }

  static Stream<Arguments> updates() {
    return MessengerUnderTest.ALL.keySet().stream()
        .flatMap(
            name -> permitted(Update.class).stream().map(update -> Arguments.of(name, update)));
  }

  static Stream<Arguments> refusals() {
    return MessengerUnderTest.ALL.keySet().stream()
        .flatMap(name -> Stream.of(Refusal.values()).map(refusal -> Arguments.of(name, refusal)));
  }

  /** Why an operator's message does not arrive, and what they read of it. */
  private enum Refusal {
    NOT_TO_BE_HAD("cannot be fetched"),
    BLOCKED("RECIPIENT_BLOCKED_OR_GONE"),
    TOO_LARGE("cannot be carried"),
    NOTHING_TO_SHOW("nothing in it that the messenger could show"),
    INFECTED("withheld");

    private final String words;

    Refusal(String words) {
      this.words = words;
    }

    MessageRecord send(AgentConversation desk, MessengerUnderTest messenger) {
      return switch (this) {
        case NOT_TO_BE_HAD -> desk.sendFile("a.jpg", "image/jpeg", Samples.jpeg(1));
        case BLOCKED -> {
          messenger.tell(Update.Stopped.class);
          yield desk.sendText("Чи ви тут?");
        }
        case TOO_LARGE ->
            desk.sendFile("a.bin", "application/zip", new byte[KindRoute.MAX_MEDIA_BYTES + 1]);
        case NOTHING_TO_SHOW -> desk.sendFile("a.pdf", "application/pdf", new byte[0]);
        case INFECTED ->
            desk.sendFile(
                "a.txt", "text/plain", KindRoute.MARK.getBytes(StandardCharsets.US_ASCII));
      };
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("kinds")
  void whatACustomerSendsArrivesInGenesysCloud(String name, PartKind kind) {
    start(name);
    if (kind == PartKind.SELECTION) {
      assertShown(EveryContent.ofGenesys(PartKind.CHOICES));
    }
    Optional<Content> sent = route.messenger.send(EveryContent.ofCustomer(kind));
    boolean receives = route.messenger.adapter().capabilities().receives(kind);
    assertTrue(sent.isPresent() || !receives, () -> name + " says that it receives " + kind);
    if (sent.isEmpty()) {
      return;
    }
    List<BridgeEvent.Finished> ends = route.awaitTold(2);
    BridgeEvent.Finished end = ends.get(ends.size() - 1);
    assertEnd(end);
    Content content = sent.get();
    if (NOT_IN_OPEN_MESSAGING.contains(content.kind())) {
      assertListed(end, content);
    }
    for (String word : content.words()) {
      assertInGenesys(word);
    }
    if (content.hasFile()) {
      Until.holds(
          content + " in Genesys Cloud",
          () -> inGenesys().anyMatch(message -> hasFile(message, content.file())));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("kinds")
  void whatGenesysCloudSendsArrivesAtTheCustomer(String name, PartKind kind) {
    start(name);
    assertShown(EveryContent.ofGenesys(kind));
  }

  private void assertShown(Content content) {
    Optional<ObjectNode> message =
        GenesysWording.of(content, route.messenger.customerId(), route.files);
    if (message.isEmpty()) {
      return;
    }
    BridgeEvent.Finished end = route.sendFromGenesys(message.get());
    assertEnd(end);
    assertFalse(
        end.state() == EntryState.REJECTED, () -> "nothing is wrong with it: " + end.detail());
    // A card that is told as a captioned picture with buttons loses nothing: its words are
    // compared.
    if (content.kind() != PartKind.CARD
        && route.messenger.adapter().capabilities().level(content.kind())
            != Capabilities.Level.FULL) {
      assertListed(end, content);
    }
    List<Content> shown = route.messenger.shown();
    String read =
        shown.stream().flatMap(each -> each.words().stream()).collect(Collectors.joining("\n"));
    for (String word : content.words()) {
      assertTrue(read.contains(word), () -> word + " of " + content + " is not among " + shown);
    }
    if (content.hasFile()) {
      boolean asFile = shown.stream().anyMatch(each -> each.hasFile(content.file()));
      assertTrue(
          asFile || route.offers(read, content.file()), () -> content + " is not among " + shown);
    }
    if (end.state() == EntryState.DELIVERED && content.part() instanceof Media media) {
      boolean sameKind = shown.stream().anyMatch(each -> each.kind() == media.kind());
      assertTrue(
          sameKind || !content.hasFile(),
          () -> content + " became " + shown + ", and nothing says so");
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("updates")
  void whatAMessengerTellsEnds(String name, Class<? extends Update> update) {
    start(name);
    assertShown(EveryContent.ofGenesys(PartKind.TEXT));
    Optional<Told> told = route.messenger.tell(update);
    boolean reports = route.messenger.adapter().capabilities().reports(update);
    assertEquals(reports, told.isPresent(), () -> "whether " + name + " tells " + update);
    if (told.isEmpty()) {
      return;
    }
    List<BridgeEvent.Finished> ends = route.awaitTold(1 + told.get().updates());
    ends.forEach(EveryKindTest::assertEnd);
    if (!told.get().words().isEmpty()) {
      assertInGenesys(told.get().words());
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("refusals")
  void whatIsRejectedIsToldToItsSender(String name, Refusal refusal) {
    route = new KindRoute(messenger(name), refusal != Refusal.NOT_TO_BE_HAD);
    route.begin();
    route.messenger.send(EveryContent.ofCustomer(PartKind.TEXT));
    AgentConversation desk =
        route
            .genesys
            .agent("Olena")
            .onQueue(KindRoute.QUEUE)
            .awaitConversation(TestRoute.PATIENCE)
            .accept();
    MessageRecord sent = refusal.send(desk, route.messenger);

    assertEnd(route.heard.awaitFinished(EntryKind.OUTBOUND, EntryState.REJECTED));
    Until.holds(
        "the agent sees that it failed, and why",
        () ->
            desk.transcript().stream()
                .filter(message -> message.id().equals(sent.id()))
                .flatMap(message -> message.receipts().stream())
                .anyMatch(
                    receipt ->
                        receipt.status().equals("Failed")
                            && String.join("", receipt.reasons()).contains(refusal.words)));
  }

  @Test
  void eachAdapterIsUnderTest() throws IOException {
    Path adapters =
        Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("../../messenger-adapters");
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(adapters)) {
      for (Path file : files.filter(EveryKindTest::isMainSource).toList()) {
        Matcher adapter = ADAPTER.matcher(Files.readString(file));
        while (adapter.find()) {
          found.add(adapter.group(1));
        }
      }
    }
    assertEquals(found, MessengerUnderTest.ALL.keySet(), "give each a line in MessengerUnderTest");
    MessengerUnderTest.ALL.forEach(
        (name, messenger) -> {
          try (MessengerUnderTest under = messenger.get()) {
            assertEquals(name, under.adapter().getClass().getSimpleName());
          }
        });
  }

  private static boolean isMainSource(Path file) {
    return file.toString().replace('\\', '/').contains("/src/main/java/")
        && file.toString().endsWith("Adapter.java");
  }

  @Test
  void eachKindHasASample() {
    Set<Class<?>> samples =
        Stream.of(PartKind.values())
            .map(
                kind -> {
                  Content sample = EveryContent.ofGenesys(kind);
                  assertEquals(kind, sample.kind());
                  assertFalse(sample.words().isEmpty() && !sample.hasFile(), kind::toString);
                  return sample.part().getClass();
                })
            .collect(Collectors.toSet());
    assertEquals(Set.copyOf(permitted(Part.class)), samples);
  }

  private static <T> List<Class<? extends T>> permitted(Class<T> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .<Class<? extends T>>map(type -> type.asSubclass(sealed))
        .toList();
  }

  private void start(String name) {
    route = new KindRoute(messenger(name), true);
    route.begin();
  }

  private static MessengerUnderTest messenger(String name) {
    return Objects.requireNonNull(MessengerUnderTest.ALL.get(name)).get();
  }

  /** In one of the three good ends; and what is not simply delivered says why. */
  private static void assertEnd(BridgeEvent.Finished end) {
    assertFalse(end.state() == EntryState.DEAD, () -> "a dead letter: " + end.detail());
    assertEquals(end.state() == EntryState.DELIVERED, end.detail() == null, end::toString);
  }

  private static void assertListed(BridgeEvent.Finished end, Content content) {
    assertEquals(EntryState.DEGRADED, end.state(), () -> content + " changed, and nothing says so");
    assertTrue(
        String.valueOf(end.detail()).contains(content.kind().name()),
        () -> content + " is not among the losses: " + end.detail());
  }

  private void assertInGenesys(String word) {
    Until.holds(
        word + " in Genesys Cloud",
        () ->
            inGenesys()
                .anyMatch(
                    message -> Objects.requireNonNullElse(message.text(), "").contains(word)));
  }

  private Stream<MessageRecord> inGenesys() {
    return route.genesys.conversations().stream()
        .flatMap(conversation -> conversation.messages().stream())
        .filter(MessageRecord::fromCustomer);
  }

  private static boolean hasFile(MessageRecord message, byte[] bytes) {
    return message.attachment() != null && Arrays.equals(bytes, message.attachment().bytes());
  }
}
