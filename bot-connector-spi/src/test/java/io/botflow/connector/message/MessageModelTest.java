// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import static io.botflow.connector.Samples.AT;
import static io.botflow.connector.Samples.PEER;
import static io.botflow.connector.Samples.SECRET;
import static io.botflow.connector.Samples.STORED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.botflow.connector.Samples;
import io.botflow.connector.messenger.Update;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageModelTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void whatIsRefusedIsRefusedByTheNameOfItsField(String field, Executable construction) {
    RuntimeException refusal = assertThrows(RuntimeException.class, construction);
    assertTrue(
        refusal instanceof IllegalArgumentException || refusal instanceof NullPointerException,
        refusal.toString());
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.startsWith(field), message);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal("messenger", () -> new Peer(" ", "a", "u")),
        refusal("account", () -> new Peer("m", "", "u")),
        refusal("userId", () -> new Peer("m", "a", null)),
        refusal("id", () -> Message.of("", PEER, AT, List.of(new Text("a")))),
        refusal("peer", () -> Message.of("1", null, AT, List.of(new Text("a")))),
        refusal("sentAt", () -> Message.of("1", PEER, null, List.of(new Text("a")))),
        refusal("parts", () -> Message.of("1", PEER, AT, List.of())),
        refusal("parts", () -> Message.of("1", PEER, AT, null)),
        refusal("attributes", () -> new Message("1", PEER, AT, List.of(new Text("a")), null, null)),
        refusal("text", () -> new Text(null)),
        refusal("type", () -> Media.of(null, STORED)),
        refusal("source", () -> Media.of(Media.Type.FILE, null)),
        refusal("sizeBytes", () -> new Media(Media.Type.FILE, STORED, null, null, -1L, null, null)),
        refusal("url", () -> new MediaSource.Url(null)),
        refusal("url", () -> new MediaSource.Url(URI.create("photo.jpg"))),
        refusal("id", () -> new MediaSource.MessengerFile("")),
        refusal("key", () -> new MediaSource.Stored(" ")),
        refusal("latitude", () -> new Location(90.1, 0, null, null)),
        refusal("latitude", () -> new Location(Double.NaN, 0, null, null)),
        refusal("longitude", () -> new Location(0, -180.1, null, null)),
        refusal("name", () -> new Contact(null, "+380", null, false)),
        refusal("phoneNumber", () -> new Contact("n", "", null, false)),
        refusal("label", () -> Choice.of(" ")),
        refusal("payload", () -> Choice.of("a", null)),
        refusal("text", () -> new Choices(null, List.of(Choice.of("a")))),
        refusal("options", () -> new Choices("a", List.of())),
        refusal("title", () -> new Card("", null, null, null, List.of())),
        refusal("actions", () -> new Card("a", null, null, null, null)),
        refusal("url", () -> new CardAction.Link("a", "")),
        refusal("label", () -> new CardAction.Postback("", "p")),
        refusal("payload", () -> new CardAction.Postback("l", "")),
        refusal("cards", () -> new Carousel(List.of())),
        refusal("body", () -> new Template(null, null, null, null, null, Map.of())),
        refusal("parameters", () -> new Template(null, null, null, "b", null, null)),
        refusal("times", () -> new DatePicker(null, null, null)),
        refusal("start", () -> new TimeSlot(null, null)),
        refusal("source", () -> new Selection(null, "l", "p", null)),
        refusal("label", () -> new Selection(Selection.Source.CARD, null, "p", null)),
        refusal("payload", () -> new Selection(Selection.Source.CARD, "l", null, null)),
        refusal("parts", () -> Message.of("1", PEER, AT, Arrays.asList(new Text("a"), null))),
        refusal("parts", () -> Message.builder("1", PEER, AT).build()),
        refusal("parts", () -> Message.builder("1", PEER, AT).part(null).build()),
        refusal("id", () -> Message.builder(" ", PEER, AT)),
        refusal("options", () -> Choices.of("a")),
        refusal("options", () -> new Choices("a", Arrays.asList((Choice) null))),
        refusal("cards", () -> new Carousel(Arrays.asList((Card) null))),
        refusal("title", () -> Card.builder("")),
        refusal("label", () -> Card.builder("a").postback(" ", "p")),
        refusal("actions", () -> new Card("a", null, null, null, Arrays.asList((CardAction) null))),
        refusal("source", () -> Media.builder(Media.Type.FILE, null)),
        refusal("sizeBytes", () -> Media.builder(Media.Type.FILE, STORED).sizeBytes(-1L).build()),
        refusal("body", () -> Template.builder(null)),
        refusal("parameters", () -> Template.builder("b").parameter("a", null).build()),
        refusal("times", () -> new DatePicker(null, null, Arrays.asList((TimeSlot) null))),
        refusal("start", () -> DatePicker.of("a", (java.time.Instant) null)),
        refusal("latitude", () -> Location.of(91, 0)),
        refusal("phoneNumber", () -> Contact.of("n", " ")),
        refusal("type", () -> new Opaque("", "s", null)),
        refusal("substitute", () -> new Opaque("t", null, null)));
  }

  @Test
  void noPartShowsItsContentInToString() {
    Samples.parts().forEach(part -> assertHidden(part.toString()));
  }

  @Test
  void thePiecesOfPartsShowNoContentInToString() {
    assertHidden(new Choice(SECRET, SECRET, SECRET).toString());
    assertHidden(new CardAction.Link(SECRET, SECRET).toString());
    assertHidden(new CardAction.Postback(SECRET, SECRET).toString());
    assertHidden(new Profile(SECRET, SECRET, SECRET, SECRET, SECRET).toString());
    assertHidden(PEER.toString());
  }

  @Test
  void messagesAndUpdatesShowNoContentInToString() {
    assertHidden(Samples.message().toString());
    Samples.updates().forEach(update -> assertHidden(update.toString()));
  }

  @Test
  void aUrlShowsItsHostOnly() {
    assertEquals(
        "Url[files.example]", Samples.url("https://files.example/a?token=secret").toString());
  }

  @Test
  void theSamplesHoldEachKindOfPartAndOfUpdate() {
    Set<PartKind> kinds =
        Samples.parts().stream()
            .map(Part::kind)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(PartKind.class)));
    assertEquals(EnumSet.allOf(PartKind.class), kinds);
    assertEquals(
        Set.of(Update.class.getPermittedSubclasses()),
        Samples.updates().stream().map(Object::getClass).collect(Collectors.toSet()));
  }

  @Test
  void eachPartCallsTheVisitorsMethodOfItsOwnType() {
    assertEquals(
        Arrays.stream(PartVisitor.class.getMethods()).count(),
        Part.class.getPermittedSubclasses().length);
    Samples.parts()
        .forEach(part -> assertEquals(part.getClass(), part.accept(new NamingVisitor())));
  }

  @Test
  void aMessageIsNotChangedByChangingTheListsItWasMadeOf() {
    List<Part> parts = new ArrayList<>(List.of(new Text("a")));
    Message message = Message.of("1", PEER, AT, parts);
    parts.clear();
    assertEquals(List.of(new Text("a")), message.parts());
  }

  @Test
  void buildersAndFactoriesMakeWhatTheConstructorsMake() {
    assertEquals(
        new Media(Media.Type.IMAGE, STORED, "image/png", "a.png", 1L, "caption", "00"),
        Media.builder(Media.Type.IMAGE, STORED)
            .mimeType("image/png")
            .fileName("a.png")
            .sizeBytes(1L)
            .caption("caption")
            .sha256("00")
            .build());
    assertEquals(
        new Card(
            "Phone",
            "Black",
            STORED,
            new CardAction.Link(null, "https://a.example/"),
            List.of(
                new CardAction.Link("More", "https://a.example/1"),
                new CardAction.Postback("Buy", "b"))),
        Card.builder("Phone")
            .description("Black")
            .image(STORED)
            .defaultAction(new CardAction.Link(null, "https://a.example/"))
            .link("More", "https://a.example/1")
            .postback("Buy", "b")
            .build());
    assertEquals(
        new Template("t", "uk", "Head", "Body", "Foot", Map.of("1", "a")),
        Template.builder("Body")
            .id("t")
            .language("uk")
            .header("Head")
            .footer("Foot")
            .parameter("1", "a")
            .build());
    assertEquals(
        new Message("1", PEER, AT, List.of(new Text("a")), "0", Map.of("k", "v")),
        Message.builder("1", PEER, AT)
            .part(new Text("a"))
            .replyTo("0")
            .attribute("k", "v")
            .build());
    assertEquals(
        new Choices("?", List.of(Choice.of("a"), Choice.of("b"))), Choices.of("?", "a", "b"));
    assertEquals(
        new DatePicker("?", null, List.of(new TimeSlot(AT, null))), DatePicker.of("?", AT));
    assertEquals(new Location(1, 2, null, null), Location.of(1, 2));
    assertEquals(new Contact("n", "+1", null, false), Contact.of("n", "+1"));
    assertEquals(new Opaque("dice", "5", null), Opaque.of("dice", "5"));
    Card card = Card.builder("Phone").image(STORED).build();
    assertEquals(Card.builder("Phone").build(), card.withImage(null));
  }

  @Test
  void copiesOfMediaDifferInTheOneFieldOnly() {
    Media media = new Media(Media.Type.IMAGE, STORED, "image/png", "a.png", 1L, "caption", "00");
    assertEquals(
        new Media(Media.Type.FILE, STORED, "image/png", "a.png", 1L, "caption", "00"),
        media.as(Media.Type.FILE));
    assertEquals(
        new Media(Media.Type.IMAGE, STORED, "image/png", "a.png", 1L, null, "00"),
        media.withCaption(null));
  }

  private static Arguments refusal(String field, Executable construction) {
    return arguments(field, construction);
  }

  private static void assertHidden(String shown) {
    assertFalse(shown.contains(SECRET) || shown.contains("+380"), shown);
  }

  private static final class NamingVisitor implements PartVisitor<Class<?>> {
    @Override
    public Class<?> visit(Text text) {
      return Text.class;
    }

    @Override
    public Class<?> visit(Media media) {
      return Media.class;
    }

    @Override
    public Class<?> visit(Location location) {
      return Location.class;
    }

    @Override
    public Class<?> visit(Contact contact) {
      return Contact.class;
    }

    @Override
    public Class<?> visit(Choices choices) {
      return Choices.class;
    }

    @Override
    public Class<?> visit(Card card) {
      return Card.class;
    }

    @Override
    public Class<?> visit(Carousel carousel) {
      return Carousel.class;
    }

    @Override
    public Class<?> visit(Template template) {
      return Template.class;
    }

    @Override
    public Class<?> visit(DatePicker datePicker) {
      return DatePicker.class;
    }

    @Override
    public Class<?> visit(Selection selection) {
      return Selection.class;
    }

    @Override
    public Class<?> visit(Opaque opaque) {
      return Opaque.class;
    }
  }
}
