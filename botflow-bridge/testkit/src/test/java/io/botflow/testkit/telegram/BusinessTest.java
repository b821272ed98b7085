// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final TelegramSimulator telegram = TelegramSimulator.builder().start();
  private final RawBot bot = new RawBot(telegram);
  private final TelegramBusiness shop = telegram.business(900);
  private final TelegramCustomer olha = shop.customer(2, "Ольга");
  private final TelegramCustomer ivan = telegram.customer(1, "Іван", null, null);

  @BeforeEach
  void start() {
    ivan.start("");
    olha.sendText("Добрий день");
  }

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void aBusinessChatIsAnotherChatThanTheBotsOwn() {
    assertEquals(
        "400 Bad Request: chat not found",
        bot.call("sendMessage", "{'chat_id':2,'text':'x'}").outcome());
    assertEquals(
        "400 Bad Request: BUSINESS_CONNECTION_INVALID",
        bot.call("sendMessage", "{'chat_id':2,'business_connection_id':'?','text':'x'}").outcome());
    JsonNode sent =
        bot.call(
                "sendMessage",
                "{'chat_id':2,'business_connection_id':'business-900','text':'Вітаю'}")
            .result();
    assertEquals("business-900", sent.path("business_connection_id").asText());
    assertEquals("Вітаю", olha.awaitMessage(m -> true, SOON).text());
    assertEquals(List.of(), ivan.messages());
  }

  @Test
  void itsUpdatesHaveKindsOfTheirOwn() {
    long hers = olha.sendText("Ще");
    olha.edit(hers, "І ще");
    long own = shop.write(2, "Від руки");
    shop.delete(2, List.of(hers));
    JsonNode updates = bot.call("getUpdates", "{'offset':-4}").result();
    assertEquals("Ще", updates.at("/0/business_message/text").asText());
    assertEquals("І ще", updates.at("/1/edited_business_message/text").asText());
    assertEquals(900, updates.at("/2/business_message/from/id").asLong());
    assertEquals(own, updates.at("/2/business_message/message_id").asLong());
    assertEquals(hers, updates.at("/3/deleted_business_messages/message_ids/0").asLong());
    assertThrows(IllegalStateException.class, () -> olha.react(own, "👍"));
    assertThrows(IllegalStateException.class, olha::block);
  }

  @Test
  void messagesAreReadAndDeletedByConnection() {
    assertEquals(
        "200",
        bot.call(
                "readBusinessMessage",
                "{'chat_id':2,'business_connection_id':'business-900','message_id':1}")
            .outcome());
    assertEquals(1, shop.readUpTo(2));
    String delete = "{'business_connection_id':'business-900','message_ids':[1,77]}";
    assertEquals("200", bot.call("deleteBusinessMessages", delete).outcome());
    assertEquals(
        "400 Bad Request: message to read not found",
        bot.call(
                "readBusinessMessage",
                "{'chat_id':2,'business_connection_id':'business-900','message_id':1}")
            .outcome());
  }

  @Test
  void captionsAndButtonsAreEditedToo() {
    bot.upload(
        "sendPhoto",
        Map.of("chat_id", "1", "caption", "було"),
        "photo",
        "p.jpg",
        "image/jpeg",
        Pictures.jpeg(40, 30));
    String photo = "{'chat_id':1,'message_id':2,";
    assertEquals("200", bot.call("editMessageCaption", photo + "'caption':'є'}").outcome());
    assertEquals("є", ivan.messages().get(0).caption());
    assertTrue(ivan.messages().get(0).file().isPresent());
    assertEquals(
        "400", bot.call("editMessageCaption", photo + "'caption':'є'}").outcome().substring(0, 3));
    String buttons = "'reply_markup':{'inline_keyboard':[[{'text':'Ок','callback_data':'1'}]]}}";
    assertEquals("200", bot.call("editMessageReplyMarkup", photo + buttons).outcome());
    assertEquals(List.of("Ок"), ivan.messages().get(0).buttons());
    assertEquals(
        "200",
        bot.call("editMessageReplyMarkup", photo + "'reply_markup':{'inline_keyboard':[]}}")
            .outcome());
    assertEquals(List.of(), ivan.messages().get(0).buttons());
    assertEquals(
        "400 Bad Request: there is no text in the message to edit",
        bot.call("editMessageText", photo + "'text':'x'}").outcome());
  }

  @Test
  void severalMessagesAreDeletedAtOnce() {
    bot.call("sendMessage", "{'chat_id':1,'text':'a'}");
    bot.call("sendMessage", "{'chat_id':1,'text':'b'}");
    assertEquals(
        "200", bot.call("deleteMessages", "{'chat_id':1,'message_ids':[2,3,99]}").outcome());
    assertEquals(List.of(), ivan.messages());
    assertEquals(
        "400 Bad Request: message identifiers are not specified",
        bot.call("deleteMessages", "{'chat_id':1,'message_ids':[]}").outcome());
    assertEquals(
        "400 Bad Request: can't parse message identifiers: Expected an Array of Number",
        bot.call("deleteMessages", "{'chat_id':1,'message_ids':['2']}").outcome());
  }

  @Test
  void aLocalServerWritesFilesOfAnySizeToItsFolder(@TempDir Path folder) throws Exception {
    try (TelegramSimulator local = TelegramSimulator.builder().localFiles(folder).start()) {
      byte[] large = new byte[21 << 20];
      local.customer(1, "Іван", null, null).sendDocument("a.zip", "application/zip", large, null);
      RawBot its = new RawBot(local);
      String id = its.call("getUpdates", "{}").result().at("/0/message/document/file_id").asText();
      JsonNode file = its.call("getFile", "{'file_id':'" + id + "'}").result();
      Path path = Path.of(file.path("file_path").asText());
      assertTrue(path.startsWith(folder) && path.isAbsolute(), path::toString);
      assertEquals(large.length, Files.size(path));
    }
  }

  @Test
  void anAlbumOfACustomersIsSoManyMessages() {
    byte[] jpeg = Pictures.jpeg(40, 30);
    List<Long> ids =
        ivan.sendAlbum(List.of(TelegramContent.photo(jpeg), TelegramContent.photo(jpeg)));
    JsonNode updates = bot.call("getUpdates", "{'offset':-2}").result();
    assertEquals(ids.get(0), updates.at("/0/message/message_id").asLong());
    String group = updates.at("/0/message/media_group_id").asText();
    assertFalse(group.isEmpty());
    assertEquals(group, updates.at("/1/message/media_group_id").asText());
    assertThrows(
        IllegalArgumentException.class, () -> ivan.sendAlbum(List.of(TelegramContent.photo(jpeg))));
  }
}
