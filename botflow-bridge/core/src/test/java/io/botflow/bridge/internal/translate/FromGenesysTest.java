// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.DatePicker;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Template;
import io.botflow.connector.message.Text;
import io.botflow.connector.message.TimeSlot;
import io.botflow.genesys.webhook.MessageNotification;
import io.botflow.genesys.webhook.WebhookParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FromGenesysTest {

  @Test
  void aTextIsAText() {
    assertEquals(
        List.of(new Text("Hi")), parts("\"type\":\"Text\",\"text\":\"Hi\",\"content\":[]"));
  }

  @Test
  void anAttachmentKeepsWhatIsSaidOfItAndTheTextBecomesItsCaption() {
    assertEquals(
        List.of(
            new Media(
                Media.Type.IMAGE,
                new MediaSource.Url(
                    URI.create("https://api-downloads.usw2.pure.cloud/api/v2/downloads/x")),
                "image/jpeg",
                "image.jpg",
                10240L,
                "See this",
                null)),
        parts(
            """
            "type":"Text","text":"See this","content":[{"contentType":"Attachment","attachment":{"id":"8b36304e","mediaType":"Image",
            "url":"https://api-downloads.usw2.pure.cloud/api/v2/downloads/x","mime":"image/jpeg","filename":"image.jpg",
            "contentSizeBytes":10240}}]"""));
  }

  @Test
  void quickRepliesAndTheirQuestionAreOnePart() {
    assertEquals(
        List.of(new Choices("Proceed?", List.of(Choice.of("Yes", "y"), Choice.of("No", "No")))),
        parts(
            """
            "type":"Structured","text":"Proceed?","content":[
            {"contentType":"QuickReply","quickReply":{"text":"Yes","payload":"y","action":"Message"}},
            {"contentType":"QuickReply","quickReply":{"text":"No","action":"Message"}}]"""));
  }

  @Test
  void aCarouselKeepsItsCardsAndTheirButtons() {
    assertEquals(
        List.of(
            new Carousel(
                List.of(
                    new Card(
                        "Card 1",
                        "",
                        new MediaSource.Url(URI.create("https://a.example/1.jpg")),
                        null,
                        List.of(
                            new CardAction.Postback("Option 1", "o1"),
                            new CardAction.Link("Site", "https://a.example")))))),
        parts(
            """
            "type":"Structured","content":[{"contentType":"Carousel","carousel":{"cards":[{"title":"Card 1","description":"",
            "image":"https://a.example/1.jpg","actions":[{"type":"Postback","text":"Option 1","payload":"o1"},
            {"type":"Link","text":"Site","url":"https://a.example"}]}]}}]"""));
  }

  @Test
  void aDatePickerKeepsItsTimes() {
    assertEquals(
        List.of(
            new DatePicker(
                "When?",
                "Pick",
                List.of(
                    new TimeSlot(Instant.parse("2025-05-30T12:00:00Z"), Duration.ofMinutes(30))))),
        parts(
            """
            "type":"Structured","content":[{"contentType":"DatePicker","datePicker":{"title":"When?","subtitle":"Pick",
            "availableTimes":[{"duration":1800,"dateTime":"2025-05-30T12:00:00.000Z"}]}}]"""));
  }

  @Test
  void aTemplateIsNotSaidTwice() {
    assertEquals(
        List.of(new Template("t", "en", "Hello", "Hi Happy", "Bye", Map.of("name", "Happy"))),
        parts(
            """
            "type":"Structured","text":"Hi Happy","content":[{"contentType":"Notification","template":{"id":"t","language":"en",
            "header":{"type":"Text","text":"Hello"},"body":{"text":"Hi Happy","parameters":[{"name":"name","text":"Happy"}]},
            "footer":{"text":"Bye"}}}]"""));
  }

  @Test
  void whatIsUnknownStaysVisibleBesideTheText() {
    assertEquals(
        List.of(new Text("Pay here"), new Opaque("PaymentRequest", "", null)),
        parts(
            """
            "type":"Structured","text":"Pay here","content":[{"contentType":"PaymentRequest","paymentRequest":{"amount":1}}]"""));
  }

  @Test
  void incompleteContentIsNotLost() {
    assertEquals(
        List.of(new Opaque("Attachment", "", null), new Opaque("Card", "", null)),
        parts(
            """
            "type":"Structured","content":[{"contentType":"Attachment","attachment":{"mediaType":"Image","url":"not a url"}},
            {"contentType":"Card","card":{"description":"no title"}}]"""));
  }

  @Test
  void theFallbackOfACardIsNotSaidTwice() {
    assertEquals(
        List.of(card()),
        parts(
            """
            "type":"Structured","text":"Box S\\nup to 2 kg\\n1. Take it","content":[{"contentType":"Card","card":{"title":"Box S",
            "description":"up to 2 kg","actions":[{"type":"Postback","text":"Take it","payload":"s"}]}}]"""));
  }

  @Test
  void aTextThatSaysMoreThanItsCardIsKept() {
    assertEquals(
        List.of(new Text("Box S\nonly today"), card()),
        parts(
            """
            "type":"Structured","text":"Box S\\nonly today","content":[{"contentType":"Card","card":{"title":"Box S",
            "description":"up to 2 kg","actions":[{"type":"Postback","text":"Take it","payload":"s"}]}}]"""));
  }

  private static Card card() {
    return new Card(
        "Box S", "up to 2 kg", null, null, List.of(new CardAction.Postback("Take it", "s")));
  }

  private static List<Part> parts(String fields) {
    MessageNotification message =
        (MessageNotification)
            WebhookParser.parse(
                "{\"id\":\"1\",\"channel\":{\"to\":{\"id\":\"u\"}}," + fields + "}");
    return FromGenesys.parts(message.text(), message.content());
  }
}
