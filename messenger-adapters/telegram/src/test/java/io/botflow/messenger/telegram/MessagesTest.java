// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.MediaContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private static final String DONE = "{\"ok\":true,\"result\":true}";
  private static final String CHAT = "{\"chat_id\":3527065,";
  private static final Peer BUSINESS = new Peer("telegram", "4242", "3527065@bc1");

  @RegisterExtension final BotServer telegram = new BotServer();

  @Test
  void aReactionIsPutAndTakenAway() throws Exception {
    telegram.answer(200, DONE);
    telegram.answer(200, DONE);
    messages().react(BotServer.CUSTOMER, "55", "👍");
    messages().removeReaction(BotServer.CUSTOMER, "55");
    assertCall(
        "setMessageReaction",
        CHAT + "\"message_id\":55,\"reaction\":[{\"type\":\"emoji\",\"emoji\":\"👍\"}]}");
    assertCall("setMessageReaction", CHAT + "\"message_id\":55,\"reaction\":[]}");
    assertThrows(IllegalArgumentException.class, () -> messages().react(BUSINESS, "55", "👍"));
  }

  @Test
  void textCaptionAndButtonsAreChanged() throws Exception {
    for (int i = 0; i < 4; i++) {
      telegram.answer(200, BotServer.SENT);
    }
    assertTrue(messages().editText(BotServer.CUSTOMER, "55", "нове"));
    assertTrue(messages().editCaption(BUSINESS, "55", ""));
    assertTrue(messages().editButtons(BotServer.CUSTOMER, "55", List.of(Choice.of("Так", "yes"))));
    assertTrue(messages().editButtons(BotServer.CUSTOMER, "55", List.of()));
    assertCall("editMessageText", CHAT + "\"message_id\":55,\"text\":\"нове\"}");
    assertCall(
        "editMessageCaption",
        CHAT + "\"business_connection_id\":\"bc1\",\"message_id\":55,\"caption\":\"\"}");
    assertCall(
        "editMessageReplyMarkup",
        CHAT
            + "\"message_id\":55,\"reply_markup\":{\"inline_keyboard\":["
            + "[{\"text\":\"Так\",\"callback_data\":\"yes\"}]]}}");
    assertCall(
        "editMessageReplyMarkup",
        CHAT + "\"message_id\":55,\"reply_markup\":{\"inline_keyboard\":[]}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message is not modified: specified new message content is the same",
        "message to edit not found",
        "message can't be edited"
      })
  void whatCannotBeChangedAnyMoreIsNoFailure(String description) throws Exception {
    telegram.answer(
        400,
        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: " + description + "\"}");
    assertFalse(messages().editText(BotServer.CUSTOMER, "55", "нове"));
  }

  @Test
  void messagesAreTakenBackOneByOneTogetherAndInBusinessAccounts() throws Exception {
    for (int i = 0; i < 3; i++) {
      telegram.answer(200, DONE);
    }
    telegram.answer(
        400,
        "{\"ok\":false,\"error_code\":400,"
            + "\"description\":\"Bad Request: message can't be deleted for everyone\"}");
    assertTrue(messages().delete(BotServer.CUSTOMER, List.of("55")));
    assertTrue(messages().delete(BotServer.CUSTOMER, List.of("55", "56")));
    assertTrue(messages().delete(BUSINESS, List.of("55")));
    assertFalse(messages().delete(BotServer.CUSTOMER, List.of("1")));
    assertCall("deleteMessage", CHAT + "\"message_id\":55}");
    assertCall("deleteMessages", CHAT + "\"message_ids\":[55,56]}");
    assertCall(
        "deleteBusinessMessages", "{\"business_connection_id\":\"bc1\",\"message_ids\":[55]}");
    for (List<String> wrong : List.of(List.<String>of(), Collections.nCopies(101, "5"))) {
      assertThrows(
          IllegalArgumentException.class, () -> messages().delete(BotServer.CUSTOMER, wrong));
    }
  }

  @Test
  void onlyABusinessAccountsCustomerSeesThatTheMessageWasRead() throws Exception {
    telegram.answer(200, DONE);
    messages().markRead(BUSINESS, "55");
    assertCall(
        "readBusinessMessage", CHAT + "\"business_connection_id\":\"bc1\",\"message_id\":55}");
    assertThrows(
        IllegalArgumentException.class, () -> messages().markRead(BotServer.CUSTOMER, "55"));
  }

  @Test
  void aReplyKeyboardAsksForNumberAndPlaceAndGoesAgain() throws Exception {
    telegram.answer(200, BotServer.SENT);
    telegram.answer(200, BotServer.SENT);
    assertEquals(
        "56",
        messages()
            .sendReplyKeyboard(
                BotServer.CUSTOMER,
                "Як?",
                List.of(
                    new TelegramReplyButton("Ні", TelegramReplyButton.Asks.TEXT),
                    new TelegramReplyButton("Номер", TelegramReplyButton.Asks.CONTACT),
                    new TelegramReplyButton("Де я", TelegramReplyButton.Asks.LOCATION))));
    assertEquals("56", messages().removeReplyKeyboard(BotServer.CUSTOMER, "Дякую"));
    assertCall(
        "sendMessage",
        CHAT
            + "\"text\":\"Як?\",\"reply_markup\":{\"keyboard\":[[{\"text\":\"Ні\"}],"
            + "[{\"text\":\"Номер\",\"request_contact\":true}],"
            + "[{\"text\":\"Де я\",\"request_location\":true}]],"
            + "\"resize_keyboard\":true,\"one_time_keyboard\":true}}");
    assertCall(
        "sendMessage", CHAT + "\"text\":\"Дякую\",\"reply_markup\":{\"remove_keyboard\":true}}");
    assertThrows(
        IllegalArgumentException.class,
        () -> messages().sendReplyKeyboard(BotServer.CUSTOMER, "?", List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TelegramReplyButton(" ", TelegramReplyButton.Asks.TEXT));
  }

  @Test
  void aPictureIsExchangedByItsAddressOrByUpload() throws Exception {
    for (int i = 0; i < 3; i++) {
      telegram.answer(200, DONE);
    }
    Media picture =
        Media.of(Media.Type.IMAGE, new MediaSource.Url(URI.create("https://shop.example/2.jpg")));
    assertTrue(messages().editMedia(BotServer.CUSTOMER, "55", picture.withCaption("Нове")));
    assertTrue(
        messages()
            .editMedia(
                BotServer.CUSTOMER,
                "55",
                Media.of(Media.Type.FILE, new MediaSource.MessengerFile("F1"))));
    byte[] bytes = {1, 2, 3};
    assertTrue(
        messages()
            .editMedia(
                BotServer.CUSTOMER,
                "55",
                Media.of(Media.Type.VIDEO, new MediaSource.Stored("k")),
                MediaContent.of(new ByteArrayInputStream(bytes), "video/mp4", "a.mp4", 3)));
    assertCall(
        "editMessageMedia",
        CHAT
            + "\"message_id\":55,\"media\":{\"type\":\"photo\","
            + "\"media\":\"https://shop.example/2.jpg\",\"caption\":\"Нове\"}}");
    assertCall(
        "editMessageMedia",
        CHAT + "\"message_id\":55,\"media\":{\"type\":\"document\",\"media\":\"F1\"}}");
    String upload = BotServer.body(telegram.take());
    assertTrue(upload.contains("{\"type\":\"video\",\"media\":\"attach://file0\"}"), upload);
    assertTrue(upload.contains("name=\"file0\"; filename=\"a.mp4\""), upload);
    for (Media wrong :
        List.of(
            Media.of(Media.Type.VOICE, new MediaSource.MessengerFile("F1")),
            Media.of(Media.Type.IMAGE, new MediaSource.Stored("k")))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> messages().editMedia(BotServer.CUSTOMER, "55", wrong));
    }
  }

  @Test
  void aQuestionOpensTheKeyboardAndWordsStandInTheEmptyField() throws Exception {
    for (int i = 0; i < 3; i++) {
      telegram.answer(200, BotServer.SENT);
    }
    assertEquals("56", messages().ask(BotServer.CUSTOMER, "Ваше ім'я?", "Ім'я"));
    messages().ask(BotServer.CUSTOMER, "?", null);
    messages()
        .sendReplyKeyboard(
            BotServer.CUSTOMER,
            "Як?",
            List.of(new TelegramReplyButton("Ні", TelegramReplyButton.Asks.TEXT)),
            "Або напишіть");
    assertCall(
        "sendMessage",
        CHAT
            + "\"text\":\"Ваше ім'я?\",\"reply_markup\":{\"force_reply\":true,"
            + "\"input_field_placeholder\":\"Ім'я\"}}");
    assertCall("sendMessage", CHAT + "\"text\":\"?\",\"reply_markup\":{\"force_reply\":true}}");
    assertCall(
        "sendMessage",
        CHAT
            + "\"text\":\"Як?\",\"reply_markup\":{\"keyboard\":[[{\"text\":\"Ні\"}]],"
            + "\"resize_keyboard\":true,\"one_time_keyboard\":true,"
            + "\"input_field_placeholder\":\"Або напишіть\"}}");
    assertThrows(
        IllegalArgumentException.class,
        () -> messages().ask(BotServer.CUSTOMER, "?", "x".repeat(65)));
  }

  @Test
  void aPressIsAnsweredWithWordsOrAWindow() throws Exception {
    telegram.answer(200, DONE);
    telegram.answer(200, DONE);
    telegram.answer(
        400,
        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: query is too old and"
            + " response timeout expired or query ID is invalid\"}");
    assertTrue(messages().answerPress("c1", "Прийнято", false));
    assertTrue(messages().answerPress("c1", "Прийнято", true));
    assertFalse(messages().answerPress("c1", "Прийнято", true));
    assertCall("answerCallbackQuery", "{\"callback_query_id\":\"c1\",\"text\":\"Прийнято\"}");
    assertCall(
        "answerCallbackQuery",
        "{\"callback_query_id\":\"c1\",\"text\":\"Прийнято\",\"show_alert\":true}");
    assertThrows(
        IllegalArgumentException.class, () -> messages().answerPress("c1", "x".repeat(201), true));
  }

  @ParameterizedTest
  @EnumSource(TelegramAction.class)
  void eachActionIsShown(TelegramAction action) throws Exception {
    telegram.answer(200, DONE);
    messages().showAction(BotServer.CUSTOMER, action);
    assertCall("sendChatAction", CHAT + "\"action\":\"" + action.wire() + "\"}");
  }

  @Test
  void aRefusalCarriesTelegramsWordsAndTheChatsNewId() {
    telegram.answer(
        400,
        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group chat was upgraded to"
            + " a supergroup chat\",\"parameters\":{\"migrate_to_chat_id\":-1001}}");
    TelegramApiException e =
        assertThrows(
            TelegramApiException.class,
            () -> messages().editText(BotServer.CUSTOMER, "55", "нове"));
    assertEquals(Long.valueOf(-1001), e.migratedTo());
    assertTrue(String.valueOf(e.getMessage()).endsWith("; the chat is now -1001"));
  }

  @Test
  void whatCanBeNobodysIsTheCallersFault() {
    assertThrows(
        IllegalArgumentException.class,
        () -> messages().editText(new Peer("telegram", "4242", "ivan"), "55", "x"));
    assertThrows(
        IllegalArgumentException.class,
        () -> messages().editText(BotServer.CUSTOMER, "callback:55", "x"));
    assertEquals(0, telegram.requests());
  }

  private TelegramMessages messages() {
    return telegram.adapter().messages();
  }

  private void assertCall(String method, String body) throws InterruptedException, IOException {
    RecordedRequest request = telegram.take();
    assertTrue(request.getTarget().endsWith("/" + method), request.getTarget());
    assertEquals(body, BotServer.body(request));
  }
}
