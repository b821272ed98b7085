// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.messenger.FailureReason;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.Nullable;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CardTest {
  private static final CardAction BUY = new CardAction.Postback("Купити", "buy-1");

  @RegisterExtension final BotServer telegram = new BotServer();

  @Test
  void aCardIsOneMessageOfPictureCaptionAndButtons() throws Exception {
    telegram.answer(200, BotServer.SENT);
    Card card =
        new Card(
            "Стіл",
            "Дуб, 120 см",
            new MediaSource.Stored("k/table.png"),
            new CardAction.Link(null, "https://shop.example/1"),
            List.of(
                BUY,
                new CardAction.Link("Сайт", "https://shop.example/1"),
                new CardAction.Link("Тут", "http://localhost/1")));
    assertEquals(new SendResult.Sent("56"), send(card));
    RecordedRequest request = telegram.take();
    assertTrue(request.getTarget().endsWith("/sendPhoto"), request.getTarget());
    String body = BotServer.body(request);
    assertTrue(
        body.replace("\r", "")
            .contains(
                """
                name="caption"

                Стіл
                Дуб, 120 см
                Тут: http://localhost/1
                https://shop.example/1
                """),
        body);
    assertTrue(
        body.contains(
            "name=\"reply_markup\"\r\n\r\n{\"inline_keyboard\":["
                + "[{\"text\":\"Купити\",\"callback_data\":\"buy-1\"}],"
                + "[{\"text\":\"Сайт\",\"url\":\"https://shop.example/1\"}]]}\r\n"),
        body);
    assertTrue(body.contains("Content-Type: image/png\r\n"), body);
    assertEquals(1, telegram.requests());
  }

  @Test
  void aCardWithoutAPictureIsATextWithButtons() throws Exception {
    telegram.answer(200, BotServer.SENT);
    send(new Card("Стіл", " ", null, null, List.of(BUY)));
    assertEquals(
        "{\"chat_id\":3527065,\"reply_markup\":{\"inline_keyboard\":["
            + "[{\"text\":\"Купити\",\"callback_data\":\"buy-1\"}]]},\"text\":\"Стіл\"}",
        BotServer.body(telegram.take()));
  }

  static Stream<Card> tooLarge() {
    MediaSource picture = new MediaSource.Stored("k");
    return Stream.of(
        new Card("т".repeat(1025), null, picture, null, List.of()),
        new Card("т".repeat(4097), null, null, null, List.of()),
        new Card("т", null, null, null, Collections.nCopies(101, BUY)),
        new Card("т", null, null, null, List.of(new CardAction.Postback("x", "ї".repeat(33)))));
  }

  @ParameterizedTest
  @MethodSource("tooLarge")
  void aCardThatFitsIntoNoMessageIsRejectedWithoutACall(Card card) {
    SendResult.Rejected rejected = assertInstanceOf(SendResult.Rejected.class, send(card));
    assertEquals(FailureReason.INVALID_REQUEST, rejected.reason());
    assertEquals(0, telegram.requests());
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example/1, true",
    "HTTP://shop.example, true",
    "tg://resolve?domain=x, true",
    "https://localhost/1, false",
    "mailto:a@b.example, false",
    "ftp://shop.example/1, false",
    "no url at all, false",
    "/relative, false",
  })
  void onlyLinksThatTelegramTakesBecomeButtons(String url, boolean taken) {
    assertEquals(taken, InlineKeyboard.takes(url));
  }

  @ParameterizedTest
  @CsvSource({
    "image/webp, , sendSticker, sticker",
    "application/x-tgsticker, , sendSticker, sticker",
    "image/webp, 😀, sendPhoto, photo",
    "video/webm, 😀, sendDocument, document",
  })
  void aStickerWithACaptionGoesInAFormThatHasOne(
      String mimeType, @Nullable String caption, String method, String field) throws Exception {
    telegram.answer(200, BotServer.SENT);
    Media sticker =
        new Media(
            Media.Type.STICKER, new MediaSource.Stored("k"), mimeType, null, null, caption, null);
    telegram.adapter().send(sticker, BotServer.CUSTOMER, file());
    RecordedRequest request = telegram.take();
    assertTrue(request.getTarget().endsWith("/" + method), request.getTarget());
    assertTrue(BotServer.body(request).contains("name=\"" + field + "\"; filename="));
  }

  private SendResult send(Card card) {
    return telegram.adapter().send(card, BotServer.CUSTOMER, file());
  }

  private static SendContext file() {
    return BotServer.context(null, BotServer.bytes(new byte[] {1, 2, 3}));
  }
}
