// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final MutableClock clock = new MutableClock();
  private final TelegramSimulator telegram =
      TelegramSimulator.builder().token("123456:ABC-def").clock(clock).start();
  private final RawBot bot = new RawBot(telegram);
  private final TelegramCustomer ivan = telegram.customer(1, "Іван", null, "uk");

  @BeforeEach
  void start() {
    ivan.start("");
  }

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void aTextReachesTheTelephoneWithAGrowingId() {
    JsonNode first = bot.call("sendMessage", "{'chat_id':1,'text':'Вітаю'}").result();
    JsonNode second = bot.form("SENDMESSAGE", "chat_id=1&text=a+%26+b").result();

    assertEquals(
        "Вітаю", ivan.awaitMessage(m -> m.id() == first.path("message_id").asLong(), SOON).text());
    assertEquals(2, first.path("message_id").asLong());
    assertEquals(3, second.path("message_id").asLong());
    assertEquals("a & b", second.path("text").asText());
    assertEquals(123456, first.at("/from/id").asLong());
    assertTrue(first.at("/from/is_bot").asBoolean());
    assertEquals(
        List.of("Вітаю", "a & b"), ivan.messages().stream().map(TelegramMessage::text).toList());
  }

  @Test
  void markupIsTakenOutAndOnlyWhatIsShownCounts() {
    String text = "<b>" + "x".repeat(4090) + "</b> &lt;3";
    assertEquals(
        "200",
        bot.json("sendMessage", "{\"chat_id\":1,\"parse_mode\":\"HTML\",\"text\":\"" + text + "\"}")
            .outcome());
    assertTrue(ivan.messages().get(0).text().endsWith("x <3"));
    assertEquals(
        "400 Bad Request: can't parse entities: Unsupported start tag \"p\" at byte offset 2",
        bot.call("sendMessage", "{'chat_id':1,'parse_mode':'HTML','text':'й<p>'}").outcome());
    assertEquals(
        "400 Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"i\"",
        bot.call("sendMessage", "{'chat_id':1,'parse_mode':'HTML','text':'<i>x'}").outcome());
  }

  @Test
  void textsEndAtTheirLimits() {
    assertEquals("200", text("x".repeat(4096)).outcome());
    assertEquals("400 Bad Request: message is too long", text("x".repeat(4097)).outcome());
    assertEquals("400 Bad Request: message text is empty", text("  ").outcome());
    String longest = "{'text':'ok','callback_data':'" + "й".repeat(32) + "'}";
    assertEquals(
        "200",
        bot.call(
                "sendMessage",
                "{'chat_id':1,'text':'x','reply_markup':{'inline_keyboard':[[" + longest + "]]}}")
            .outcome());
    String document =
        bot.upload(
                "sendDocument",
                Map.of("chat_id", "1"),
                "document",
                "a.txt",
                "text/plain",
                new byte[] {1})
            .result()
            .at("/document/file_id")
            .asText();
    String body = "{'chat_id':1,'document':'" + document + "','caption':'";
    assertEquals("200", bot.call("sendDocument", body + "x".repeat(1024) + "'}").outcome());
    assertEquals(
        "400 Bad Request: message caption is too long",
        bot.call("sendDocument", body + "x".repeat(1025) + "'}").outcome());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sendMessage|{'text':'x'}|400 Bad Request: chat_id is empty",
        "sendMessage|{'chat_id':99,'text':'x'}|400 Bad Request: chat not found",
        "sendMessage|{'chat_id':'@shop','text':'x'}|400 Bad Request: chat not found",
        "sendMessage|{'chat_id':1}|400 Bad Request: message text is empty",
        "sendMessage|{'chat_id':1,'text':'x','parse_mode':'bbcode'}|400 Bad Request: unsupported parse_mode",
        "sendMessage|{'chat_id':1,'text':'x','reply_parameters':{'message_id':77}}|400 Bad Request: message to be replied not found",
        "sendMessage|[]|400 Bad Request: object expected as request body",
        "sendMessage|{'chat_id':1,'text':'x','reply_markup':'{'}|400 Bad Request: can't parse reply markup JSON object",
        "sendMessage|{'chat_id':1,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'a','callback_data':'ййййййййййййййййййййййййййййййййx'}]]}}|400 Bad Request: BUTTON_DATA_INVALID",
        "sendMessage|{'chat_id':1,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'a'}]]}}|400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        "sendMessage|{'chat_id':1,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'a','url':'http://localhost/'}]]}}|400 Bad Request: inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
        "sendPhoto|{'chat_id':1}|400 Bad Request: there is no photo in the request",
        "sendDocument|{'chat_id':1,'document':'nonsense'}|400 Bad Request: wrong file identifier/HTTP URL specified",
        "sendLocation|{'chat_id':1,'longitude':1}|400 Bad Request: latitude is empty",
        "sendLocation|{'chat_id':1,'latitude':91,'longitude':1}|400 Bad Request: wrong latitude specified",
        "sendContact|{'chat_id':1,'first_name':'x'}|400 Bad Request: phone number must be non-empty",
        "sendChatAction|{'chat_id':1,'action':'sleeping'}|400 Bad Request: wrong parameter action in request",
        "sendMediaGroup|{'chat_id':1,'media':[{'type':'photo','media':'x'}]}|400 Bad Request: too few messages to send as an album",
        "sendMediaGroup|{'chat_id':1,'media':[{'type':'photo','media':'x'},{'type':'document','media':'x'}]}|400 Bad Request: document can't be mixed with other media types",
        "answerCallbackQuery|{'callback_query_id':'1'}|400 Bad Request: query is too old and response timeout expired or query ID is invalid",
        "editMessageText|{'chat_id':1,'message_id':77,'text':'x'}|400 Bad Request: message to edit not found",
        "editMessageText|{'chat_id':1,'message_id':1,'text':'x'}|400 Bad Request: message can't be edited",
        "deleteMessage|{'chat_id':1,'message_id':77}|400 Bad Request: message to delete not found",
        "setMessageReaction|{'chat_id':1,'message_id':1,'reaction':[{'type':'emoji'}]}|400 Bad Request: REACTION_INVALID",
        "getFile|{'file_id':'x'}|400 Bad Request: wrong file_id or the file is temporarily unavailable",
        "sendMoney|{}|404 Not Found: method not found"
      })
  void whatTelegramRefusesIsRefusedInItsWords(String method, String body, String outcome) {
    assertEquals(outcome, bot.call(method, body).outcome());
    assertTrue(ivan.messages().isEmpty());
  }

  @Test
  void tokensAreChecked() {
    assertEquals("200", bot.call("getMe", "{}").outcome());
    assertEquals(
        "401 Unauthorized",
        new RawBot(telegram.apiUri(), "123456:wrong").call("getMe", "{}").outcome());
    assertEquals(
        "404 Not Found", new RawBot(telegram.apiUri(), "nonsense").call("getMe", "{}").outcome());
    assertEquals(
        401,
        new RawBot(telegram.apiUri(), "123456:wrong").download("photos/file_1.jpg").statusCode());
    assertFalse(telegram.toString().contains("ABC-def"));
    assertThrows(IllegalArgumentException.class, () -> TelegramSimulator.builder().token("x"));
  }

  @Test
  void theBotMayWriteOnlyToThoseWhoStartedAndDoNotBlockIt() {
    TelegramCustomer olena = telegram.customer(2, "Олена", null, null);
    String toOlena = "{'chat_id':2,'text':'x'}";
    assertEquals(
        "403 Forbidden: bot can't initiate conversation with a user",
        bot.call("sendMessage", toOlena).outcome());
    olena.start("deep-link");
    assertEquals("200", bot.call("sendMessage", toOlena).outcome());
    olena.block();
    olena.block();
    assertEquals(
        "403 Forbidden: bot was blocked by the user", bot.call("sendMessage", toOlena).outcome());
    assertThrows(IllegalStateException.class, () -> olena.sendText("x"));
    olena.unblock();
    assertEquals("200", bot.call("sendMessage", toOlena).outcome());

    JsonNode updates = bot.call("getUpdates", "{}").result();
    assertEquals("/start deep-link", updates.at("/1/message/text").asText());
    assertEquals("kicked", updates.at("/2/my_chat_member/new_chat_member/status").asText());
    assertEquals(123456, updates.at("/2/my_chat_member/new_chat_member/user/id").asLong());
    assertEquals("member", updates.at("/3/my_chat_member/new_chat_member/status").asText());
    assertEquals(4, updates.size());
  }

  @Test
  void aPressedInlineButtonComesBackWithItsMessageAndStopsSpinning() {
    bot.call(
        "sendMessage",
        "{'chat_id':1,'text':'Оберіть','reply_markup':{'inline_keyboard':[[{'text':'Так','callback_data':'yes'},{'text':'Сайт','url':'https://example.com'}]]}}");
    TelegramMessage message = ivan.awaitMessage(m -> !m.buttons().isEmpty(), SOON);
    assertEquals(List.of("Так", "Сайт"), message.buttons());
    assertThrows(IllegalArgumentException.class, () -> ivan.pressButton(message, "Ні"));
    assertThrows(IllegalArgumentException.class, () -> ivan.pressButton(message, "Сайт"));

    String query = ivan.pressButton(message, "Так");
    JsonNode update = bot.call("getUpdates", "{'offset':-1}").result().at("/0/callback_query");
    assertEquals(query, update.path("id").asText());
    assertEquals("yes", update.path("data").asText());
    assertEquals(message.id(), update.at("/message/message_id").asLong());
    assertEquals(Optional.empty(), ivan.callbackAnswer(query));
    String answer = "{'callback_query_id':'" + query + "','text':'ok'}";
    assertEquals("200", bot.call("answerCallbackQuery", answer).outcome());
    assertEquals(Optional.of("ok"), ivan.callbackAnswer(query));

    String late = ivan.pressButton(message, "Так");
    clock.advance(Duration.ofMinutes(2));
    assertEquals(
        400, bot.call("answerCallbackQuery", "{'callback_query_id':'" + late + "'}").status());
  }

  @Test
  void aReplyKeyboardButtonSendsItsLabel() {
    bot.call(
        "sendMessage",
        "{'chat_id':1,'text':'?','reply_markup':{'keyboard':[['Так',{'text':'Номер','request_contact':true}]]}}");
    TelegramMessage message = ivan.messages().get(0);
    assertEquals("", ivan.pressButton(message, "Так"));
    assertThrows(IllegalArgumentException.class, () -> ivan.pressButton(message, "Номер"));
    ivan.shareOwnNumber("+380441234567");
    JsonNode updates = bot.call("getUpdates", "{'offset':-2}").result();
    assertEquals("Так", updates.at("/0/message/text").asText());
    assertEquals(1, updates.at("/1/message/contact/user_id").asLong());
  }

  @Test
  void messagesAreEditedReactedToAndDeleted() {
    long id =
        bot.call("sendMessage", "{'chat_id':1,'text':'one'}").result().path("message_id").asLong();
    String target = "{'chat_id':1,'message_id':" + id;
    assertTrue(
        bot.call("editMessageText", target + ",'text':'one'}")
            .outcome()
            .startsWith("400 Bad Request: message is not modified"));
    assertEquals("200", bot.call("editMessageText", target + ",'text':'two'}").outcome());
    assertEquals("two", ivan.messages().get(0).text());
    assertEquals("editMessageText", ivan.messages().get(0).method());
    assertEquals(
        "200",
        bot.call(
                "setMessageReaction",
                "{'chat_id':1,'message_id':1,'reaction':[{'type':'emoji','emoji':'👍'}]}")
            .outcome());
    assertEquals(Optional.of("👍"), ivan.reaction(1));
    bot.call("setMessageReaction", "{'chat_id':1,'message_id':1}");
    assertEquals(Optional.empty(), ivan.reaction(1));
    clock.advance(Duration.ofHours(49));
    assertTrue(
        bot.call("deleteMessage", target + "}")
            .outcome()
            .startsWith("400 Bad Request: message can't be deleted"));
    long fresh =
        bot.call("sendMessage", "{'chat_id':1,'text':'three'}")
            .result()
            .path("message_id")
            .asLong();
    assertEquals(
        "200", bot.call("deleteMessage", "{'chat_id':1,'message_id':" + fresh + "}").outcome());
    assertEquals(1, ivan.messages().size());
  }

  @Test
  void whatACustomerDoesBecomesTheDocumentedUpdate() {
    long text = ivan.sendText("one");
    ivan.edit(text, "two");
    ivan.reply(text, "three");
    ivan.sendLocation(50.45, 30.52);
    ivan.sendContact("+380", "Петро");
    ivan.sendRaw(Json.object().put("update_id", 7).set("poll", Json.object().put("id", "p")));
    JsonNode updates = bot.call("getUpdates", "{'offset':-6}").result();
    assertEquals("two", updates.at("/1/edited_message/text").asText());
    assertEquals(text, updates.at("/1/edited_message/message_id").asLong());
    assertTrue(updates.at("/1/edited_message/edit_date").asLong() > 0);
    assertEquals("two", updates.at("/2/message/reply_to_message/text").asText());
    assertEquals(30.52, updates.at("/3/message/location/longitude").asDouble());
    assertEquals("Петро", updates.at("/4/message/contact/first_name").asText());
    assertEquals(7, updates.at("/5/update_id").asLong());
    assertEquals("p", updates.at("/5/poll/id").asText());
  }

  @Test
  void placesContactsAndTypingArrive() {
    bot.call(
        "sendVenue",
        "{'chat_id':1,'latitude':50.4,'longitude':30.5,'title':'Офіс','address':'Київ'}");
    bot.call("sendContact", "{'chat_id':1,'phone_number':'+380','first_name':'Служба'}");
    bot.call("sendChatAction", "{'chat_id':1,'action':'typing'}");
    assertEquals("Офіс", ivan.messages().get(0).json().at("/venue/title").asText());
    assertTrue(ivan.messages().get(0).json().has("location"));
    assertEquals("Служба", ivan.messages().get(1).json().at("/contact/first_name").asText());
    assertEquals(List.of("typing"), ivan.chatActions());
  }

  @Test
  void parametersMayStandInTheQuery() {
    var reply =
        RawBot.exchange(
            HttpRequest.newBuilder(
                    URI.create(
                        telegram.apiUri()
                            + "/bot"
                            + telegram.token()
                            + "/sendMessage?chat_id=1&text=hi"))
                .build());
    assertEquals(200, reply.statusCode());
    assertEquals("hi", ivan.messages().get(0).text());
  }

  private RawBot.Reply text(String text) {
    return bot.call("sendMessage", "{'chat_id':1,'text':'" + text + "'}");
  }
}
