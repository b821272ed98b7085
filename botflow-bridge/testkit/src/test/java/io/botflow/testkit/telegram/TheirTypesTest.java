// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Contact;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.ReceivedWebhook;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import io.botflow.connector.messenger.Update;
import io.botflow.connector.web.WebRequest;
import io.botflow.messenger.telegram.TelegramAdapter;
import io.botflow.messenger.telegram.TelegramReplyButton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.business.DeleteBusinessMessages;
import org.telegram.telegrambots.meta.api.methods.business.ReadBusinessMessage;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.send.SendAnimation;
import org.telegram.telegrambots.meta.api.methods.send.SendAudio;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendContact;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendLocation;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.send.SendSticker;
import org.telegram.telegrambots.meta.api.methods.send.SendVenue;
import org.telegram.telegrambots.meta.api.methods.send.SendVideo;
import org.telegram.telegrambots.meta.api.methods.send.SendVoice;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessages;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;

/** Somebody else's types of the Bot API judge our simulator and our adapter. */
class TheirTypesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "secret";
  private static final String UPLOADED = "uploaded";

  /** Their methods with files, which go as forms, leave the names of the wire to the reader. */
  private static final ObjectMapper FORMS =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  private static final Map<String, Class<? extends PartialBotApiMethod<?>>> METHODS =
      Map.ofEntries(
          Map.entry("sendMessage", SendMessage.class),
          Map.entry("sendLocation", SendLocation.class),
          Map.entry("sendVenue", SendVenue.class),
          Map.entry("sendContact", SendContact.class),
          Map.entry("sendChatAction", SendChatAction.class),
          Map.entry("sendPhoto", SendPhoto.class),
          Map.entry("sendVideo", SendVideo.class),
          Map.entry("sendAnimation", SendAnimation.class),
          Map.entry("sendAudio", SendAudio.class),
          Map.entry("sendVoice", SendVoice.class),
          Map.entry("sendDocument", SendDocument.class),
          Map.entry("sendSticker", SendSticker.class),
          Map.entry("editMessageCaption", EditMessageCaption.class),
          Map.entry("setMessageReaction", SetMessageReaction.class),
          Map.entry("editMessageText", EditMessageText.class),
          Map.entry("editMessageReplyMarkup", EditMessageReplyMarkup.class),
          Map.entry("deleteMessage", DeleteMessage.class),
          Map.entry("deleteMessages", DeleteMessages.class),
          Map.entry("deleteBusinessMessages", DeleteBusinessMessages.class),
          Map.entry("readBusinessMessage", ReadBusinessMessage.class),
          Map.entry("answerCallbackQuery", AnswerCallbackQuery.class),
          Map.entry("setWebhook", SetWebhook.class),
          Map.entry("deleteWebhook", DeleteWebhook.class));

  private final TelegramSimulator telegram = TelegramSimulator.builder().start();
  private final TelegramCustomer ivan = telegram.customer(1, "Іван", "Петренко", "uk");
  private final TelegramBusiness shop = telegram.business(900);
  private final TelegramCustomer olha = shop.customer(2, "Ольга");
  private final TelegramAdapter adapter =
      TelegramAdapter.builder(telegram.token())
          .apiUri(telegram.apiUri())
          .webhookSecret(SECRET)
          .markdown(true)
          .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
          .build();

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void whatTheSimulatorTellsReadsTheSameByWayOfTheirTypes() throws IOException {
    adapter.poll(null, Duration.ZERO);
    customersDoAllTheyCan();
    JsonNode updates = new RawBot(telegram).call("getUpdates", "{}").result();
    TreeSet<String> kinds = new TreeSet<>();
    for (JsonNode update : updates) {
      update.fieldNames().forEachRemaining(kinds::add);
      JsonNode theirs =
          JSON.valueToTree(
              JSON.treeToValue(update, org.telegram.telegrambots.meta.api.objects.Update.class));
      ReceivedWebhook ours = received(update);
      assertEquals(written(ours), written(received(theirs)), update::toString);
      assertEquals(ours.ignored(), received(theirs).ignored(), update::toString);
    }
    assertEquals(
        "[business_connection, business_message, callback_query, deleted_business_messages,"
            + " edited_business_message, edited_message, message, message_reaction,"
            + " my_chat_member, update_id]",
        kinds.toString());
    assertTrue(updates.size() > 30, () -> "only " + updates.size() + " updates");
  }

  private void customersDoAllTheyCan() {
    long first = ivan.start("order-7");
    byte[] bytes = {1, 2, 3};
    for (TelegramContent content :
        List.of(
            TelegramContent.photo(Pictures.jpeg(40, 30)).caption("Ось"),
            TelegramContent.video(bytes).forwardedFrom("Ольга"),
            TelegramContent.animation(bytes),
            TelegramContent.videoNote(bytes),
            TelegramContent.audio("o.mp3", "audio/mpeg", bytes),
            TelegramContent.voice(bytes),
            TelegramContent.document("Рахунок.pdf", "application/pdf", bytes),
            TelegramContent.sticker("static", bytes, null, "😀"),
            TelegramContent.sticker("animated", bytes, bytes, "🔥"),
            TelegramContent.sticker("video", bytes, null, "🔥"),
            TelegramContent.venue(50.45, 30.52, "Майдан", "Київ"),
            TelegramContent.dice(3),
            TelegramContent.poll("Коли?", List.of("зранку", "ввечері")))) {
      ivan.send(content);
      olha.send(content);
    }
    ivan.sendLocation(50.45, 30.52);
    ivan.sendContact("+380501112233", "Ольга");
    ivan.shareOwnNumber("+380501112233");
    ivan.sendAlbum(
        List.of(
            TelegramContent.photo(Pictures.jpeg(40, 30)),
            TelegramContent.photo(Pictures.jpeg(40, 30))));
    ivan.reply(first, TelegramContent.document("a.txt", "text/plain", bytes).quoting("order"));
    ivan.edit(ivan.sendText("привт"), "привіт");
    ivan.sendRaw(formatted());
    olha.edit(olha.sendText("привт"), "привіт");
    send(new Choices("Оберіть", List.of(Choice.of("Так", "yes"))), peer("1"));
    TelegramMessage offer = ivan.messages().get(0);
    ivan.react(offer.id(), "👍");
    ivan.pressButton(offer, "Так");
    shop.connect(true);
    long own = shop.write(2, "Вітаю");
    shop.delete(2, List.of(own));
    ivan.block();
    ivan.unblock();
  }

  /** A text as a customer's telephone formats it. */
  private static ObjectNode formatted() {
    ObjectNode update = JSON.createObjectNode().put("update_id", 70_000);
    ObjectNode message = update.putObject("message").put("message_id", 990).put("date", 1);
    message.putObject("chat").put("id", 1).put("type", "private").put("first_name", "Іван");
    message.put("text", "👋 так, тут");
    ArrayNode entities = message.putArray("entities");
    entities.addObject().put("type", "bold").put("offset", 3).put("length", 3);
    entities
        .addObject()
        .put("type", "text_link")
        .put("offset", 8)
        .put("length", 3)
        .put("url", "https://shop.example/");
    return update;
  }

  @Test
  void whatTheAdapterAsksForIsWhatTheirMethodsAre() throws Exception {
    long first = ivan.start("");
    long second = olha.sendText("Добрий день");
    Peer customer = peer("1");
    Peer client = peer("2@" + shop.connectionId());
    for (Peer to : List.of(customer, client)) {
      send(new Text("👋 **Вітаю**, [магазин](https://shop.example/): `42`"), to);
      send(new Choices("Оберіть", List.of(Choice.of("Так", "yes"))), to);
      send(new Location(50.45, 30.52, null, null), to);
      send(new Location(50.45, 30.52, "Майдан", "Київ"), to);
      send(new Contact("Ольга", "+380501112233", null, false), to);
      adapter.showTyping(to);
    }
    sendAllFiles(customer);
    String sent = send(new Text("Зміню"), customer);
    assertTrue(adapter.messages().editText(customer, sent, "~~Змінено~~"));
    assertTrue(adapter.messages().editButtons(customer, sent, List.of(Choice.of("Ок"))));
    adapter.messages().react(customer, String.valueOf(first), "👍");
    assertTrue(adapter.messages().delete(customer, List.of(sent)));
    assertTrue(adapter.messages().delete(customer, List.of(sent, "2")));
    adapter.messages().markRead(client, String.valueOf(second));
    assertEquals(second, shop.readUpTo(2));
    assertTrue(adapter.messages().delete(client, List.of(String.valueOf(second))));
    adapter
        .messages()
        .sendReplyKeyboard(
            customer,
            "Номер?",
            List.of(new TelegramReplyButton("Ось", TelegramReplyButton.Asks.CONTACT)));
    adapter.messages().removeReplyKeyboard(customer, "Дякую");
    TelegramMessage offer =
        ivan.awaitMessage(m -> m.buttons().contains("Так"), Duration.ofSeconds(10));
    String press = ivan.pressButton(offer, "Так");
    adapter.poll(null, Duration.ZERO).updates().forEach(adapter::acknowledge);
    assertEquals("", ivan.callbackAnswer(press).orElse("still waiting"));
    adapter.webhook().set(URI.create("http://127.0.0.1:1/x"));
    adapter.webhook().delete();

    TreeSet<String> seen = new TreeSet<>();
    for (TelegramRequest request : telegram.requests()) {
      Class<? extends PartialBotApiMethod<?>> type = METHODS.get(request.method());
      if (type != null) {
        seen.add(request.method());
        check(request, type);
      }
    }
    assertEquals(new TreeSet<>(METHODS.keySet()), seen);
  }

  private void sendAllFiles(Peer to) throws IOException {
    for (Media.Type type : Media.Type.values()) {
      if (type != Media.Type.LINK && type != Media.Type.STICKER) {
        Media media = Media.of(type, new MediaSource.Stored("k")).withCaption("**Ось**");
        send(media, to);
      }
    }
    send(Media.of(Media.Type.STICKER, new MediaSource.Stored("k")), to);
    send(
        new Media(
            Media.Type.IMAGE, new MediaSource.Stored("k"), "image/gif", "a.gif", null, null, null),
        to);
    String picture = send(Media.of(Media.Type.IMAGE, new MediaSource.Stored("k")), to);
    assertTrue(adapter.messages().editCaption(to, picture, "**Ось**"));
    assertTrue(
        adapter
            .messages()
            .editMedia(
                to,
                picture,
                Media.of(Media.Type.FILE, new MediaSource.Stored("k")),
                MediaContent.of(new ByteArrayInputStream(new byte[] {1}), null, "a.bin", 1)));
    TelegramMessage shown = ivan.messages().get(ivan.messages().size() - 1);
    assertEquals("editMessageMedia", shown.method());
    assertArrayEquals(new byte[] {1}, shown.file().orElseThrow().bytes());
  }

  /** Their method keeps all that we ask, and finds nothing missing. */
  private static void check(TelegramRequest request, Class<? extends PartialBotApiMethod<?>> type)
      throws Exception {
    ObjectNode parameters = request.parameters().deepCopy();
    if (parameters.has("secret_token")) {
      // The log hides it.
      parameters.put("secret_token", SECRET);
    }
    // The log tells of an upload what it was; their types name it.
    parameters
        .properties()
        .forEach(
            field -> {
              if (field.getValue().has("file_size")) {
                field.setValue(TextNode.valueOf(UPLOADED));
              }
            });
    for (String json : List.of("caption_entities", "reply_parameters")) {
      if (parameters.path(json).isTextual()) {
        parameters.set(json, JSON.readTree(parameters.path(json).asText()));
      }
    }
    ObjectMapper mapper =
        parameters.properties().stream().anyMatch(TheirTypesTest::isUpload) ? FORMS : JSON;
    PartialBotApiMethod<?> theirs = mapper.treeToValue(parameters, type);
    theirs.validate();
    JsonNode kept = mapper.valueToTree(theirs);
    for (Map.Entry<String, JsonNode> ours : parameters.properties()) {
      assertSame(ours.getValue(), kept.path(ours.getKey()), request.method() + ours.getKey());
    }
  }

  private static boolean isUpload(Map.Entry<String, JsonNode> parameter) {
    return parameter.getValue().asText().equals(UPLOADED);
  }

  private static void assertSame(JsonNode ours, JsonNode theirs, String where) {
    if (ours.isValueNode()) {
      assertEquals(ours.asText(), theirs.asText(), where);
      return;
    }
    assertEquals(ours.size(), theirs.size(), () -> where + ": " + ours + " / " + theirs);
    if (ours.isArray()) {
      for (int i = 0; i < ours.size(); i++) {
        assertSame(ours.get(i), theirs.get(i), where + "[]");
      }
    } else {
      ours.properties()
          .forEach(
              field ->
                  assertSame(
                      field.getValue(), theirs.path(field.getKey()), where + "." + field.getKey()));
    }
  }

  private String send(Part part, Peer to) {
    SendResult result = adapter.send(part, to, new Files());
    assertTrue(result instanceof SendResult.Sent, result::toString);
    return ((SendResult.Sent) result).messageId();
  }

  private Peer peer(String userId) {
    return new Peer("telegram", adapter.account(), userId);
  }

  private ReceivedWebhook received(JsonNode update) {
    return adapter.receive(
        WebRequest.builder("POST", "/")
            .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
            .body(update.toString())
            .build());
  }

  /** The updates without Telegram's own JSON in them, whose order and defaults may differ. */
  private static List<JsonNode> written(ReceivedWebhook received) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    for (Update update : received.updates()) {
      JsonNode json = JSON.readTree(MessageJson.write(update));
      json.path("message").path("parts").forEach(part -> ((ObjectNode) part).remove("raw"));
      all.add(json);
    }
    return all;
  }

  /** Each file is the same picture. */
  private static final class Files implements SendContext {
    @Override
    public String key() {
      return "key";
    }

    @Override
    public String replyTo() {
      return "1";
    }

    @Override
    public MediaContent open(Media media) throws IOException {
      return MediaContent.of(
          new ByteArrayInputStream(Pictures.jpeg(40, 30)), media.mimeType(), media.fileName(), -1);
    }

    @Override
    public URI publicUrl(Media media) {
      throw new UnsupportedOperationException();
    }
  }
}
