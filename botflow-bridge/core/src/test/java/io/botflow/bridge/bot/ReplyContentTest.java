// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Contact;
import io.botflow.connector.message.DatePicker;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Template;
import io.botflow.connector.message.Text;
import io.botflow.connector.message.TimeSlot;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyContentTest {
  private static final List<Media.Type> TYPES = List.of(Media.Type.values());
  private static final MediaSource PHOTO =
      new MediaSource.Url(URI.create("https://cdn.example/a%20b/photo.jpg?sig=1"));
  private static final Media INVOICE =
      new Media(
          Media.Type.FILE,
          new MediaSource.Stored("k1"),
          "application/pdf",
          "invoice 1.pdf",
          1234L,
          "Your invoice",
          "ab12");

  private static Card card(String title, CardAction... actions) {
    return new Card(title, "about " + title, PHOTO, null, List.of(actions));
  }

  private static CardAction buy(String payload) {
    return new CardAction.Postback("Buy", payload);
  }

  private static BotConnectorEndpoint.Builder linked(BotConnectorEndpoint.Builder builder) {
    return builder.mediaLinks(
        media -> Optional.of(URI.create("https://media.example/t/invoice%201.pdf")));
  }

  private static List<JsonNode> v1(
      UnaryOperator<BotConnectorEndpoint.Builder> options, Part... parts) {
    try (Caller genesys = Caller.with(options, ScriptedBot.answering(Reply.awaitMore(parts)))) {
      return messages(genesys.v1().path("replymessages"));
    }
  }

  private static List<JsonNode> v2(
      UnaryOperator<BotConnectorEndpoint.Builder> options, Part... parts) {
    try (Caller genesys = Caller.with(options, ScriptedBot.answering(Reply.awaitMore(parts)))) {
      return messages(genesys.v2().path("replyMessages"));
    }
  }

  private static List<JsonNode> messages(JsonNode replies) {
    List<JsonNode> messages = new ArrayList<>();
    replies.forEach(messages::add);
    return messages;
  }

  private static void bothSay(String expected, Part... parts) {
    List<JsonNode> wanted = messages(Caller.json(expected));
    assertEquals(wanted, v1(UnaryOperator.identity(), parts));
    assertEquals(wanted, v2(UnaryOperator.identity(), parts));
  }

  @Test
  void quickRepliesHaveTheQuestionAsText() {
    bothSay(
        """
        [{"type":"Structured","text":"Which?","content":[
          {"contentType":"QuickReply","quickReply":{"text":"A","payload":"a","image":"https://i.example/a.png"}},
          {"contentType":"QuickReply","quickReply":{"text":"B","payload":"B"}}]}]
        """,
        new Choices(
            "Which?",
            List.of(new Choice("A", "a", "https://i.example/a.png"), new Choice("B", " ", null))));
  }

  @Test
  void aCardHasItsActionsAndAFallback() {
    bothSay(
        """
        [{"type":"Structured","text":"Cookie\\nabout Cookie\\nMenu: https://shop.example/\\nhttps://shop.example/raw\\n1. Buy",
          "content":[{"contentType":"Card","card":{
            "title":"Cookie","description":"about Cookie","image":"https://cdn.example/a%20b/photo.jpg?sig=1",
            "defaultAction":{"type":"Link","url":"https://shop.example/c"},
            "actions":[{"type":"Postback","text":"Buy","payload":"b1"},
                       {"type":"Link","text":"Menu","url":"https://shop.example/"},
                       {"type":"Link","text":"https://shop.example/raw","url":"https://shop.example/raw"}]}}]}]
        """,
        new Card(
            "Cookie",
            "about Cookie",
            PHOTO,
            new CardAction.Link("ignored", "https://shop.example/c"),
            List.of(
                buy("b1"),
                new CardAction.Link("Menu", "https://shop.example/"),
                new CardAction.Link(null, "https://shop.example/raw"),
                buy("b1"))));
  }

  @Test
  void aCarouselIsOneElement() {
    List<JsonNode> messages =
        v2(
            UnaryOperator.identity(),
            new Carousel(List.of(card("A", buy("a")), card("B", buy("b")))));
    assertEquals(1, messages.size());
    assertEquals("Carousel", messages.get(0).at("/content/0/contentType").asText());
    assertEquals(2, messages.get(0).at("/content/0/carousel/cards").size());
    assertEquals("A\nabout A\n1. Buy\n\nB\nabout B\n1. Buy", messages.get(0).path("text").asText());
  }

  @Test
  void aCarouselOfMoreThanTenCardsIsSplit() {
    List<Card> cards = IntStream.range(0, 12).mapToObj(i -> card("C" + i, buy("p" + i))).toList();
    List<JsonNode> messages = v1(UnaryOperator.identity(), new Carousel(cards));
    assertEquals(2, messages.size());
    assertEquals(10, messages.get(0).at("/content/0/carousel/cards").size());
    assertEquals(2, messages.get(1).at("/content/0/carousel/cards").size());
  }

  @Test
  void aCarouselWhoseButtonsCannotBeToldApartBecomesSingleCards() {
    List<JsonNode> messages =
        v2(
            UnaryOperator.identity(),
            new Carousel(List.of(card("A", buy("x")), card("B", buy("x")))));
    assertEquals(
        List.of("Card", "Card"),
        messages.stream().map(m -> m.at("/content/0/contentType").asText()).toList());
  }

  @Test
  void aCardWithoutButtonsBecomesPictureAndText() {
    JsonNode digital = v2(UnaryOperator.identity(), card("A")).get(0);
    assertEquals("Text", digital.path("type").asText());
    assertEquals("A\nabout A", digital.path("text").asText());
    assertEquals("Image", digital.at("/content/0/attachment/mediaType").asText());
    JsonNode classic = v1(UnaryOperator.identity(), card("A")).get(0);
    assertEquals("Text", classic.path("type").asText());
    assertTrue(classic.path("text").asText().contains("about A"));
    assertTrue(classic.path("content").isMissingNode());
  }

  @Test
  void aFileIsAnAttachmentOfTypeTextInVersion2() {
    ObjectNode attachment =
        (ObjectNode) v2(ReplyContentTest::linked, INVOICE).get(0).at("/content/0/attachment");
    assertDoesNotThrow(() -> UUID.fromString(attachment.remove("id").asText()));
    JsonNode message = v2(ReplyContentTest::linked, INVOICE).get(0);
    assertEquals("Text", message.path("type").asText());
    assertEquals("Your invoice", message.path("text").asText());
    assertEquals("Attachment", message.at("/content/0/contentType").asText());
    assertEquals(
        Caller.json(
            """
            {"mediaType":"File","url":"https://media.example/t/invoice%201.pdf","mime":"application/pdf",
             "sha256":"ab12","filename":"invoice 1.pdf","contentSizeBytes":1234}
            """),
        attachment);
  }

  @Test
  void aFileIsALinkInVersion1AndWhereAttachmentsAreOff() {
    JsonNode expected =
        Caller.json(
            "{\"type\":\"Text\",\"text\":"
                + "\"invoice 1.pdf: https://media.example/t/invoice%201.pdf\\nYour invoice\"}");
    assertEquals(List.of(expected), v1(ReplyContentTest::linked, INVOICE));
    BotConnectorSettings off = Caller.settings().fileAttachments(false).build();
    try (Caller genesys =
        Caller.with(
            off, ReplyContentTest::linked, ScriptedBot.answering(Reply.awaitMore(INVOICE)))) {
      assertEquals(expected, genesys.v2().at("/replyMessages/0"));
    }
  }

  @Test
  void theAddressOfAFileIsMadeOnce() {
    AtomicInteger made = new AtomicInteger();
    UnaryOperator<BotConnectorEndpoint.Builder> options =
        builder ->
            builder.mediaLinks(
                media ->
                    Optional.of(URI.create("https://media.example/" + made.incrementAndGet())));
    assertEquals(
        "https://media.example/1",
        v2(options, INVOICE).get(0).at("/content/0/attachment/url").asText());
    assertEquals(1, made.get());
  }

  @Test
  void aFileThatNobodyCanFetchIsNamed() {
    bothSay("[{\"type\":\"Text\",\"text\":\"invoice 1.pdf\\nYour invoice\"}]", INVOICE);
    assertEquals(
        "invoice 1.pdf\nYour invoice",
        v2(
                builder ->
                    builder.mediaLinks(
                        media -> {
                          throw new IllegalStateException("store is away");
                        }),
                INVOICE)
            .get(0)
            .path("text")
            .asText());
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGE, Image",
    "VIDEO, Video",
    "AUDIO, Audio",
    "VOICE, Audio",
    "STICKER, Image",
    "FILE, File",
    "LINK, Link",
  })
  void eachTypeOfMediaHasAnAttachmentTypeAndAName(Media.Type type, String mediaType) {
    JsonNode message = v2(UnaryOperator.identity(), Media.of(type, PHOTO)).get(0);
    assertEquals(mediaType, message.at("/content/0/attachment/mediaType").asText());
    assertEquals("photo.jpg", message.at("/content/0/attachment/filename").asText());
    assertTrue(message.path("text").isMissingNode());
  }

  @Test
  void aCardLosesAPictureThatNobodyCanFetch() {
    Card card = new Card("A", null, new MediaSource.MessengerFile("f1"), null, List.of(buy("a")));
    JsonNode sent = v2(UnaryOperator.identity(), card).get(0).at("/content/0/card");
    assertEquals("A", sent.path("title").asText());
    assertTrue(sent.path("image").isMissingNode());
  }

  @Test
  void partsKeepTheirOrderAndBlankTextsAreNotSent() {
    List<JsonNode> messages =
        v2(
            ReplyContentTest::linked,
            new Text("first"),
            new Text(" "),
            INVOICE,
            new Choices("which?", List.of(Choice.of("a"))),
            new Text("last"));
    assertEquals(
        List.of("first", "Your invoice", "which?", "last"),
        messages.stream().map(m -> m.path("text").asText()).toList());
  }

  /** Any mixture of parts: what comes out never breaks a rule that Genesys Cloud would punish. */
  @Test
  void noMixtureOfPartsBreaksARule() {
    Random random = new Random(42);
    ScriptedBot bot =
        ScriptedBot.answering(
            turn ->
                Reply.awaitMore(Stream.generate(() -> part(random)).limit(4).toArray(Part[]::new)));
    try (Caller linked = Caller.with(ReplyContentTest::linked, bot);
        Caller plain = Caller.of(bot)) {
      for (int round = 0; round < 300; round++) {
        Caller genesys = round % 2 == 0 ? linked : plain;
        JsonNode classic = genesys.v1();
        JsonNode digital = genesys.v2();
        assertEquals("MoreData", classic.path("botState").asText(), classic.toString());
        assertEquals("MoreData", digital.path("botState").asText(), digital.toString());
        classic.path("replymessages").forEach(message -> assertLegal(message, false));
        digital.path("replyMessages").forEach(message -> assertLegal(message, true));
      }
    }
  }

  private static void assertLegal(JsonNode message, boolean files) {
    String type = message.path("type").asText();
    List<JsonNode> content = messages(message.path("content"));
    if (type.equals("Text")) {
      assertTrue(message.path("text").isTextual() || !content.isEmpty());
      assertTrue(
          content.stream().allMatch(c -> c.path("contentType").asText().equals("Attachment")));
      assertTrue(files || content.isEmpty());
    } else {
      assertEquals("Structured", type);
      assertFalse(content.isEmpty());
      assertTrue(
          content.stream().noneMatch(c -> c.path("contentType").asText().equals("Attachment")));
    }
    for (JsonNode element : content) {
      assertTrue(element.at("/carousel/cards").size() <= 10);
      element
          .findValues("actions")
          .forEach(actions -> assertTrue(actions.size() > 0, element.toString()));
      element
          .findValues("quickReply")
          .forEach(reply -> assertFalse(reply.path("payload").asText().isBlank()));
    }
  }

  private static Part part(Random random) {
    int n = random.nextInt(3);
    return switch (random.nextInt(12)) {
      case 0 -> new Text(n == 0 ? "" : "text");
      case 1 -> INVOICE.as(TYPES.get(random.nextInt(TYPES.size())));
      case 2 -> Media.of(Media.Type.IMAGE, PHOTO);
      case 3 -> new Location(50.45, 30.52, n == 0 ? null : "Kyiv", null);
      case 4 -> new Contact(n == 0 ? "" : "Ada", "+380", null, false);
      case 5 ->
          new Choices(n == 0 ? "" : "which?", List.of(new Choice("a", n == 1 ? "" : "p", null)));
      case 6 -> card("A", IntStream.range(0, n).mapToObj(i -> buy("x")).toArray(CardAction[]::new));
      case 7 ->
          new Carousel(
              IntStream.range(0, 1 + random.nextInt(14))
                  .mapToObj(
                      i ->
                          card(
                              "C" + i,
                              random.nextInt(9) == 0
                                  ? new CardAction[0]
                                  : new CardAction[] {buy("p" + random.nextInt(200))}))
                  .toList());
      case 8 -> new Template(null, null, null, n == 0 ? "" : "body", "footer", Map.of());
      case 9 ->
          new DatePicker(
              "when?", null, n == 0 ? List.of() : List.of(new TimeSlot(Instant.EPOCH, null)));
      case 10 -> new Selection(Selection.Source.CARD, "label", "p", null);
      default -> new Opaque("dice", n == 0 ? "" : "a die", null);
    };
  }
}
