// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import io.botflow.connector.messenger.Update;
import java.net.URI;
import java.util.List;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormattingTest {
  private static final String BOLD_3 = "[{\"type\":\"bold\",\"offset\":0,\"length\":3}]";
  private static final String LINK =
      "[{\"type\":\"text_link\",\"offset\":4,\"length\":3,\"url\":\"https://shop.example/a_b\"},"
          + "{\"type\":\"bold\",\"offset\":0,\"length\":3}]";

  @RegisterExtension final BotServer telegram = new BotServer();

  @Test
  void markdownIsOffUnlessItIsAskedFor() {
    assertFalse(telegram.adapter().capabilities().markdown());
    assertTrue(markdown().capabilities().markdown());
    assertEquals(
        telegram.adapter().capabilities().text(),
        telegram.builder().markdown(true).build().capabilities().text());
  }

  @Test
  void whatTheCustomerFormattedBecomesMarkdown() {
    assertEquals(
        new Text("**Ось** [тут](https://shop.example/a_b) 👍"),
        received(true, "\"text\":\"Ось тут 👍\",\"entities\":" + LINK).parts().get(0));
  }

  @Test
  void withoutMarkdownTheAddressOfALinkStandsBehindItsWords() {
    assertEquals(
        new Text("Ось тут (https://shop.example/a_b) 👍"),
        received(false, "\"text\":\"Ось тут 👍\",\"entities\":" + LINK).parts().get(0));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theAddressOfALinkThatIsUnseenStandsAtTheEnd(boolean markdown) {
    String unseen =
        "[{\"type\":\"text_link\",\"offset\":3,\"length\":1,\"url\":\"https://shop.example/\"},"
            + "{\"type\":\"text_link\",\"offset\":3,\"length\":1,\"url\":\"https://shop.example/\"}]";
    assertEquals(
        new Text("Ось тут\nhttps://shop.example/"),
        received(markdown, "\"text\":\"Ось тут\",\"entities\":" + unseen).parts().get(0));
  }

  @Test
  void anAddressThatNoMarkdownHoldsStandsInParentheses() {
    String address = "https://shop.example/" + "a".repeat(3_000);
    String text =
        ((Text)
                received(
                        true,
                        "\"text\":\"тут\",\"entities\":[{\"type\":\"text_link\",\"offset\":0,"
                            + "\"length\":3,\"url\":\""
                            + address
                            + "\"}]")
                    .parts()
                    .get(0))
            .text();
    assertEquals("тут (" + address + ")", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*так*", "a_b [c](d)", "2 * 3 * 4", "\\", "/help"})
  void aTextWithoutFormattingStaysCharacterForCharacter(String text) {
    String json = "\"text\":\"" + text.replace("\\", "\\\\") + "\",\"entities\":";
    String seenByTelegramAlone = "[{\"type\":\"bot_command\",\"offset\":0,\"length\":1}]";
    for (boolean markdown : new boolean[] {true, false}) {
      assertEquals(new Text(text), received(markdown, json + seenByTelegramAlone).parts().get(0));
    }
  }

  @Test
  void aDeepLinkIsKnownByWhatTheCustomerSentAndNotByItsMarkdown() {
    Message message =
        received(
            true,
            "\"text\":\"/start _a_\",\"entities\":[{\"type\":\"italic\",\"offset\":0,"
                + "\"length\":6}]");
    assertEquals("_a_", message.attributes().get(TelegramAttributes.ENTRY_REFERENCE));
  }

  @Test
  void captionsOfFilesAndOfWhatWeHaveNoKindForAreFormattedToo() {
    Media photo =
        (Media)
            received(
                    true,
                    "\"photo\":[{\"file_id\":\"f\"}],\"caption\":\"Ось\",\"caption_entities\":"
                        + BOLD_3)
                .parts()
                .get(0);
    assertEquals("**Ось**", photo.caption());
    Opaque dice =
        (Opaque)
            received(
                    true,
                    "\"dice\":{\"emoji\":\"🎲\"},\"caption\":\"Ось\",\"caption_entities\":"
                        + BOLD_3)
                .parts()
                .get(0);
    assertEquals("[dice] 🎲 **Ось**", dice.substitute());
  }

  @Test
  void aQuotedPassageStaysAsItIsAndAnEditIsFormatted() {
    String message =
        message(
            "\"text\":\"Ось\",\"entities\":"
                + BOLD_3
                + ",\"quote\":{\"text\":\"*ні*\",\"position\":0,\"entities\":"
                + BOLD_3
                + "},\"reply_to_message\":{\"message_id\":40}");
    Update.Edited edited =
        (Update.Edited)
            markdown()
                .receive(
                    BotServer.webhook("{\"update_id\":1,\"edited_message\":{" + message + "}}"))
                .updates()
                .get(0);
    assertEquals(List.of(new Text("**Ось**")), edited.message().parts());
    assertEquals("*ні*", edited.message().attributes().get(Message.QUOTED_TEXT));
    assertEquals("40", edited.message().replyTo());
  }

  @Test
  void theMarkdownOfATextBecomesEntitiesBesideTheReply() throws Exception {
    assertEquals(
        "{\"chat_id\":3527065,\"reply_parameters\":{\"message_id\":41,"
            + "\"allow_sending_without_reply\":true},\"text\":\"👍 так\","
            + "\"entities\":[{\"type\":\"bold\",\"offset\":3,\"length\":3}]}",
        sent(new Text("👍 **так**"), BotServer.context("41", null)));
  }

  @Test
  void theMarkdownOfAQuestionStandsAboveItsButtonsWhoseLabelsHaveNone() throws Exception {
    assertEquals(
        "{\"chat_id\":3527065,\"text\":\"Як?\",\"entities\":[{\"type\":\"italic\",\"offset\":0,"
            + "\"length\":3}],\"reply_markup\":{\"inline_keyboard\":["
            + "[{\"text\":\"*так*\",\"callback_data\":\"yes\"}]]}}",
        sent(new Choices("_Як?_", List.of(Choice.of("*так*", "yes"))), BotServer.context()));
  }

  @Test
  void anAddressIsNeverTakenForMarkdown() throws Exception {
    Media link =
        Media.of(Media.Type.LINK, new MediaSource.Url(URI.create("https://shop.example/*a*/(_b_)")))
            .withCaption("**Ось**");
    assertEquals(
        "{\"chat_id\":3527065,\"text\":\"Ось\\nhttps://shop.example/*a*/(_b_)\",\"entities\":["
            + "{\"type\":\"bold\",\"offset\":0,\"length\":3}]}",
        sent(link, BotServer.context()));
  }

  @ParameterizedTest
  @CsvSource({"IMAGE, image/jpeg, sendPhoto", "FILE, application/pdf, sendDocument"})
  void theMarkdownOfACaptionBecomesItsEntities(Media.Type type, String mime, String method)
      throws Exception {
    Media media =
        new Media(type, new MediaSource.Stored("k"), mime, "a", 2L, "*[тут](tg://x)*", null);
    String body = sent(media, BotServer.context(null, file()));
    assertHolds(body, "caption", "тут");
    assertHolds(
        body,
        "caption_entities",
        "[{\"type\":\"text_link\",\"offset\":0,\"length\":3,\"url\":\"tg://x\"},"
            + "{\"type\":\"italic\",\"offset\":0,\"length\":3}]");
    assertFalse(body.contains("parse_mode"), method);
  }

  @Test
  void inAnAlbumEachFileHasTheEntitiesOfItsOwnCaption() throws Exception {
    telegram.answer(200, "{\"ok\":true,\"result\":[{\"message_id\":1},{\"message_id\":2}]}");
    Media first =
        new Media(
            Media.Type.IMAGE, new MediaSource.Stored("k"), "image/png", "a", 2L, "**а**", null);
    markdown()
        .sendAlbum(
            List.of(first, first.withCaption("б")),
            BotServer.CUSTOMER,
            BotServer.context(null, file()));
    assertHolds(
        BotServer.body(telegram.take()),
        "media",
        "[{\"type\":\"photo\",\"media\":\"attach://file0\",\"caption\":\"а\","
            + "\"caption_entities\":[{\"type\":\"bold\",\"offset\":0,\"length\":1}]},"
            + "{\"type\":\"photo\",\"media\":\"attach://file1\",\"caption\":\"б\"}]");
  }

  @Test
  void aCardsMarkdownIsReadLineByLine() throws Exception {
    Card card =
        new Card(
            "Стіл *",
            "*Дуб",
            null,
            null,
            List.of(new CardAction.Link("**Тут**", "http://localhost/*1*")));
    assertTrue(
        sent(card, BotServer.context())
            .contains("\"text\":\"Стіл *\\n*Дуб\\n**Тут**: http://localhost/*1*\"}"));
    Card pictured = new Card("**Стіл**", "2*2", new MediaSource.Stored("k.png"), null, List.of());
    String body = sent(pictured, BotServer.context(null, file()));
    assertHolds(body, "caption", "Стіл\r\n2*2".replace("\r", ""));
    assertHolds(body, "caption_entities", "[{\"type\":\"bold\",\"offset\":0,\"length\":4}]");
  }

  @Test
  void whatAnApplicationEditsIsMarkdownToo() throws Exception {
    telegram.answer(200, BotServer.SENT);
    markdown().messages().editText(BotServer.CUSTOMER, "55", "**ні**");
    assertEquals(
        "{\"chat_id\":3527065,\"message_id\":55,\"text\":\"ні\",\"entities\":["
            + "{\"type\":\"bold\",\"offset\":0,\"length\":2}]}",
        BotServer.body(telegram.take()));
  }

  private static void assertHolds(String form, String field, String value) {
    String part = "name=\"" + field + "\"\r\n\r\n" + value + "\r\n";
    assertTrue(form.contains(part), () -> part + " is not in " + form);
  }

  private String sent(Part part, SendContext context) throws Exception {
    telegram.answer(200, BotServer.SENT);
    assertEquals(new SendResult.Sent("56"), markdown().send(part, BotServer.CUSTOMER, context));
    return BotServer.body(telegram.take());
  }

  private TelegramAdapter markdown() {
    return telegram.builder().markdown(true).build();
  }

  private Message received(boolean markdown, @Nullable String content) {
    TelegramAdapter adapter = BotServer.offline().markdown(markdown).build();
    return ((Update.Received)
            adapter
                .receive(
                    BotServer.webhook("{\"update_id\":1,\"message\":{" + message(content) + "}}"))
                .updates()
                .get(0))
        .message();
  }

  private static String message(@Nullable String content) {
    return "\"message_id\":41,\"date\":1700000000,\"chat\":{\"id\":3527065,\"type\":\"private\"},"
        + content;
  }

  private static MediaContent file() {
    return BotServer.bytes(new byte[] {1, 2});
  }
}
