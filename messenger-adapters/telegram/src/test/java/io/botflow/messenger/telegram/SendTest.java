// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.Card;
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
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Template;
import io.botflow.connector.message.Text;
import io.botflow.connector.message.TimeSlot;
import io.botflow.connector.messenger.FailureReason;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.Nullable;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendTest {
  @RegisterExtension final BotServer telegram = new BotServer();

  static Stream<Arguments> parts() {
    return Stream.of(
        Arguments.of(
            new Text("Добрий день, \"друже\"\n👋"),
            "sendMessage",
            "\"text\":\"Добрий день, \\\"друже\\\"\\n👋\""),
        Arguments.of(new Text("half a pair \ud83d."), "sendMessage", "\"text\":\"half a pair ?.\""),
        Arguments.of(
            new Choices("Оберіть", List.of(Choice.of("Так", "yes"), Choice.of("Ні"))),
            "sendMessage",
            "\"text\":\"Оберіть\",\"reply_markup\":{\"inline_keyboard\":["
                + "[{\"text\":\"Так\",\"callback_data\":\"yes\"}],"
                + "[{\"text\":\"Ні\",\"callback_data\":\"Ні\"}]]}"),
        Arguments.of(
            new Location(50.4501, -30.5, null, null),
            "sendLocation",
            "\"latitude\":50.4501,\"longitude\":-30.5"),
        Arguments.of(
            new Location(50.5, 30.5, "Майдан", "Київ"),
            "sendVenue",
            "\"latitude\":50.5,\"longitude\":30.5,\"title\":\"Майдан\",\"address\":\"Київ\""),
        Arguments.of(
            new Location(50.5, 30.5, null, "Київ"),
            "sendVenue",
            "\"latitude\":50.5,\"longitude\":30.5,\"title\":\"Київ\",\"address\":\"Київ\""),
        Arguments.of(
            new Contact("Ольга К.", "+380501112233", "BEGIN:VCARD", false),
            "sendContact",
            "\"phone_number\":\"+380501112233\",\"first_name\":\"Ольга К.\","
                + "\"vcard\":\"BEGIN:VCARD\""),
        Arguments.of(
            new Contact("", "+380501112233", "ї".repeat(1025), false),
            "sendContact",
            "\"phone_number\":\"+380501112233\",\"first_name\":\"+380501112233\""),
        Arguments.of(
            link(URI.create("https://example.com/a?b=c"), "Подивіться"),
            "sendMessage",
            "\"text\":\"Подивіться\\nhttps://example.com/a?b=c\""),
        Arguments.of(
            Media.of(Media.Type.LINK, new MediaSource.Stored("k")),
            "sendMessage",
            "\"text\":\"https://bridge.example/media/t0ken/file.pdf\""));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void eachPartBecomesOneCall(Part part, String method, String parameters) throws Exception {
    telegram.answer(200, BotServer.SENT);
    SendResult result = send(part, BotServer.context());
    assertEquals(new SendResult.Sent("56"), result);
    RecordedRequest request = telegram.take();
    assertEquals("/bot" + BotServer.TOKEN + "/" + method, request.getTarget());
    assertEquals("POST", request.getMethod());
    assertEquals("application/json", request.getHeaders().get("Content-Type"));
    assertEquals("{\"chat_id\":3527065," + parameters + "}", BotServer.body(request));
    assertEquals(1, telegram.requests());
  }

  @Test
  void aReplyQuotesTheMessageIfItIsStillThere() throws Exception {
    telegram.answer(200, BotServer.SENT);
    send(new Text("так"), BotServer.context("41", null));
    assertEquals(
        "{\"chat_id\":3527065,\"reply_parameters\":{\"message_id\":41,"
            + "\"allow_sending_without_reply\":true},\"text\":\"так\"}",
        BotServer.body(telegram.take()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"callback:4382bf", "-1", "1}", "99999999999999999999"})
  void aReplyToWhatIsNoMessageGoesWithoutReference(String replyTo) throws Exception {
    telegram.answer(200, BotServer.SENT);
    send(new Text("так"), BotServer.context(replyTo, null));
    assertEquals("{\"chat_id\":3527065,\"text\":\"так\"}", BotServer.body(telegram.take()));
  }

  @Test
  void aCustomerOfABusinessAccountIsAnsweredByWayOfItsConnection() throws Exception {
    telegram.answer(200, BotServer.SENT);
    telegram
        .adapter()
        .send(new Text("так"), new Peer("telegram", "4242", "77@bc-1_x=="), BotServer.context());
    assertEquals(
        "{\"chat_id\":77,\"business_connection_id\":\"bc-1_x==\",\"text\":\"так\"}",
        BotServer.body(telegram.take()));
  }

  static Stream<Part> unsupported() {
    Card card = new Card("Title", null, null, null, List.of());
    TimeSlot slot = new TimeSlot(BotServer.NOW, null);
    return Stream.of(
        new Carousel(List.of(card)),
        new Template(null, null, null, "body", null, Map.of()),
        new DatePicker("When?", null, List.of(slot)),
        new Selection(Selection.Source.CARD, "a", "b", null),
        new Opaque("dice", "[dice]", null));
  }

  @ParameterizedTest
  @MethodSource("unsupported")
  void whatTheCapabilitiesDoNotShowIsRejectedWithoutACall(Part part) {
    TelegramAdapter adapter = telegram.adapter();
    assertTrue(!adapter.capabilities().shows(part.kind()));
    SendResult.Rejected rejected =
        assertInstanceOf(SendResult.Rejected.class, send(part, BotServer.context()));
    assertEquals(FailureReason.INVALID_REQUEST, rejected.reason());
    assertEquals(0, telegram.requests());
  }

  @Test
  void someoneElsesCustomerIsTheCallersFault() {
    TelegramAdapter adapter = telegram.adapter();
    for (Peer peer : List.of(new Peer("viber", "4242", "5"), new Peer("telegram", "4243", "5"))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> adapter.send(new Text("x"), peer, BotServer.context()));
      adapter.showTyping(peer);
    }
    assertEquals(0, telegram.requests());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../x", "ivan", "1234567890123456789012", "5@", "5@a b", "5@a@b"})
  void aCustomerWhomTelegramCannotKnowIsRejectedAtOnce(String userId) {
    TelegramAdapter adapter = telegram.adapter();
    Peer nobody = new Peer("telegram", "4242", userId);
    SendResult.Rejected rejected =
        assertInstanceOf(
            SendResult.Rejected.class, adapter.send(new Text("x"), nobody, BotServer.context()));
    assertEquals(FailureReason.RECIPIENT_BLOCKED_OR_GONE, rejected.reason());
    assertEquals(List.of(rejected), adapter.sendAlbum(List.of(), nobody, BotServer.context()));
    adapter.showTyping(nobody);
    assertEquals(0, telegram.requests());
  }

  private SendResult send(Part part, SendContext context) {
    return telegram.adapter().send(part, BotServer.CUSTOMER, context);
  }

  private static Media link(URI url, @Nullable String caption) {
    return Media.of(Media.Type.LINK, new MediaSource.Url(url)).withCaption(caption);
  }
}
