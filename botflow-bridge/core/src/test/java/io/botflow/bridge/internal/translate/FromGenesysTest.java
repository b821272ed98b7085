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
import io.botflow.connector.render.Loss;
import io.botflow.genesys.webhook.MessageNotification;
import io.botflow.genesys.webhook.WebhookParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void contentThatCannotBeShownKeepsItsWords() {
    assertEquals(
        List.of(
            Opaque.of("Attachment", "your invoice\ninvoice.pdf"), Opaque.of("Hologram", "Look")),
        parts(
            """
            "type":"Structured","content":[{"contentType":"Attachment","attachment":{"mediaType":"Image","url":"not a url",
            "text":"your invoice","filename":"invoice.pdf"}},{"contentType":"Hologram","body":{"title":"Look","size":1}}]"""));
  }

  @Test
  void wordsThatTheTextSaysAreNotRepeated() {
    assertEquals(
        List.of(new Text("Look here"), Opaque.of("Hologram", "")),
        parts(
            """
            "type":"Structured","text":"Look here","content":[{"contentType":"Hologram","title":"Look"}]"""));
  }

  @Test
  void aCardWithoutATitleHasItsDescriptionForOne() {
    assertEquals(
        List.of(
            new Carousel(
                List.of(
                    Card.builder("one").description("d").build(),
                    Card.builder("the second").postback("Buy", "p").build(),
                    Card.builder("Take").postback("Take", "Take").build()))),
        parts(
            """
            "type":"Structured","content":[{"contentType":"Carousel","carousel":{"cards":[{"title":"one","description":"d"},
            {"title":"","description":"the second","actions":[{"type":"Postback","text":"Buy","payload":"p"}]},
            {"actions":[{"type":"Postback","payload":"Take"}]}]}}]"""));
  }

  @Test
  void aCardOfNothingButAPictureIsAPicture() {
    assertEquals(
        List.of(Media.of(Media.Type.IMAGE, url("https://a.example/1.jpg"))),
        parts(
            """
            "type":"Structured","content":[{"contentType":"Card","card":{"image":"https://a.example/1.jpg"}}]"""));
  }

  @Test
  void theFilmOfACardGoesBeforeIt() {
    assertEquals(
        List.of(
            Media.of(Media.Type.VIDEO, url("https://a.example/1.mp4")),
            Card.builder("Film").build()),
        parts(
            """
            "type":"Structured","content":[{"contentType":"Card","card":{"title":"Film","video":"https://a.example/1.mp4"}}]"""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '\'',
      value = {
        "'https://a.example/a b|c.jpg' https://a.example/a%20b%7Cc.jpg",
        "'https://a.example/{1}.jpg?q=<x>&p=100%' https://a.example/%7B1%7D.jpg?q=%3Cx%3E&p=100%25",
        "'https://a.example/%20 кіт#1#2' https://a.example/%20%20%D0%BA%D1%96%D1%82#1%232",
        "' https://a.example/a.jpg ' https://a.example/a.jpg"
      })
  void anAddressIsReadAsABrowserReadsIt(String written, String read) {
    assertEquals(
        List.of(Card.builder("Box").image(url(read)).build()),
        parts(
            "\"type\":\"Structured\",\"content\":[{\"contentType\":\"Card\",\"card\":"
                + "{\"title\":\"Box\",\"image\":\""
                + written
                + "\"}}]"));
  }

  @Test
  void theButtonsAndTheFileOfATemplateAreKept() {
    assertEquals(
        List.of(
            new Media(
                Media.Type.IMAGE,
                url("https://a.example/h.jpg"),
                "image/jpeg",
                null,
                null,
                null,
                null),
            new Choices(
                "Pay?\n\nSite: https://a.example/pay\nCall: +380441234567\n\nBye",
                List.of(Choice.of("Yes", "y"), Choice.of("No", "No")))),
        parts(
            """
            "type":"Structured","text":"Pay?","content":[{"contentType":"Notification","template":{
            "header":{"type":"Media","media":{"mediaType":"Image","mime":"image/jpeg","url":"https://a.example/h.jpg"}},
            "body":{"text":"Pay?"},"footer":{"text":"Bye"},"buttons":[{"type":"QuickReply","text":"Yes","payload":"y"},
            {"type":"QuickReply","text":"No"},{"type":"Url","text":"Site","url":"https://a.example/pay"},
            {"type":"PhoneNumber","text":"Call","phoneNumber":"+380441234567"}]}}]"""));
  }

  @Test
  void whatIsMissingInContentIsListed() {
    assertEquals(
        List.of(
            "CHOICES: a button left out: it has neither text nor value",
            "CARD: a button left out: it has neither text nor value",
            "CARD: its image left out: the address cannot be read",
            "CARD: left out: there is nothing on it",
            "DATE_PICKER: 1 times without a date left out",
            "TEMPLATE: its file left out: the address cannot be read",
            "TEMPLATE: a button left out: it has neither text nor value",
            "TEMPLATE: a button shown as a line of text"),
        losses(
            """
            "type":"Structured","text":"words","content":[{"contentType":"QuickReply","quickReply":{"action":"Message"}},
            {"contentType":"Carousel","carousel":{"cards":[{"title":"One","image":"nowhere","actions":[{"type":"Postback"}]},{}]}},
            {"contentType":"DatePicker","datePicker":{"title":"When?","availableTimes":[{"duration":1800}]}},
            {"contentType":"Notification","template":{"header":{"media":{"mediaType":"Image"}},"body":{"text":"b"},
            "buttons":[{"type":"Url","text":""},{"type":"Url","url":"https://a.example"}]}}]"""));
  }

  private static MediaSource.Url url(String address) {
    return new MediaSource.Url(URI.create(address));
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
    return said(fields).parts();
  }

  private static List<String> losses(String fields) {
    return said(fields).losses().stream().map(Loss::toString).toList();
  }

  private static FromGenesys.Said said(String fields) {
    MessageNotification message =
        (MessageNotification)
            WebhookParser.parse(
                "{\"id\":\"1\",\"channel\":{\"to\":{\"id\":\"u\"}}," + fields + "}");
    return FromGenesys.parts(message.text(), message.content());
  }
}
