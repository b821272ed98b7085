// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MediaTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Map<String, String> TO_IVAN = Map.of("chat_id", "1");
  private static final int MEGABYTE = 1 << 20;

  private final MutableClock clock = new MutableClock();
  private final TelegramSimulator telegram = TelegramSimulator.builder().clock(clock).start();
  private final RawBot bot = new RawBot(telegram);
  private final TelegramCustomer ivan = telegram.customer(1, "Іван", null, null);

  @BeforeEach
  void start() {
    ivan.start("");
  }

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void anUploadReachesTheCustomerByteForByte() {
    byte[] pdf = new byte[300_000];
    new Random(3).nextBytes(pdf);
    RawBot.Reply reply =
        bot.upload(
            "sendDocument",
            Map.of(
                "chat_id",
                "1",
                "caption",
                "Рахунок",
                "reply_markup",
                "{\"inline_keyboard\":[[{\"text\":\"ok\",\"callback_data\":\"1\"}]]}"),
            "document",
            "рахунок.pdf",
            "application/pdf",
            pdf);
    TelegramMessage message = ivan.awaitMessage(m -> m.file().isPresent(), SOON);
    TelegramFile file = message.file().orElseThrow();
    assertArrayEquals(pdf, file.bytes());
    assertEquals(Optional.of("рахунок.pdf"), file.fileName());
    assertEquals("application/pdf", file.mimeType());
    assertEquals("Рахунок", message.caption());
    assertEquals(List.of("ok"), message.buttons());
    assertEquals(file.id(), reply.result().at("/document/file_id").asText());
    assertEquals("рахунок.pdf", reply.result().at("/document/file_name").asText());
  }

  @Test
  void aPhotoOfTheCustomerIsDownloadedAsItWasSent() {
    byte[] jpeg = Pictures.jpeg(1280, 960);
    ivan.sendPhoto(jpeg, "ось");
    JsonNode message = bot.call("getUpdates", "{'offset':-1}").result().at("/0/message");
    JsonNode largest = message.path("photo").path(message.path("photo").size() - 1);
    assertEquals(1280, largest.path("width").asInt());
    assertEquals("ось", message.path("caption").asText());

    JsonNode file =
        bot.call("getFile", "{'file_id':'" + largest.path("file_id").asText() + "'}").result();
    assertEquals(jpeg.length, file.path("file_size").asInt());
    HttpResponse<byte[]> download = bot.download(file.path("file_path").asText());
    assertEquals(200, download.statusCode());
    assertEquals(
        "application/octet-stream", download.headers().firstValue("Content-Type").orElse(""));
    assertArrayEquals(jpeg, download.body());
  }

  @Test
  void downloadsNeedALinkThatHasNotRunOut() {
    ivan.sendDocument("a.txt", "text/plain", new byte[] {1, 2}, null);
    JsonNode document = bot.call("getUpdates", "{'offset':-1}").result().at("/0/message/document");
    assertEquals("a.txt", document.path("file_name").asText());
    assertEquals(404, bot.download("documents/file_1.txt").statusCode());
    String getFile = "{'file_id':'" + document.path("file_id").asText() + "'}";
    String path = bot.call("getFile", getFile).result().path("file_path").asText();
    clock.advance(Duration.ofMinutes(59));
    assertEquals(200, bot.download(path).statusCode());
    clock.advance(Duration.ofMinutes(2));
    assertEquals(404, bot.download(path).statusCode());
    bot.call("getFile", getFile);
    assertEquals(200, bot.download(path).statusCode());
  }

  @Test
  void filesAboveTwentyMegabytesCannotBeDownloaded() {
    ivan.sendDocument("big.bin", "application/zip", new byte[20 * MEGABYTE + 1], null);
    String id =
        bot.call("getUpdates", "{'offset':-1}").result().at("/0/message/document/file_id").asText();
    assertEquals(
        "400 Bad Request: file is too big",
        bot.call("getFile", "{'file_id':'" + id + "'}").outcome());
  }

  @Test
  void otherKindsCarryTheirOwnObject() {
    ivan.sendVoice(new byte[] {1});
    ivan.sendSticker(new byte[] {2}, "😀");
    ivan.send(TelegramContent.animation(new byte[] {3}));
    JsonNode updates = bot.call("getUpdates", "{'offset':-3}").result();
    assertEquals("audio/ogg", updates.at("/0/message/voice/mime_type").asText());
    assertEquals("😀", updates.at("/1/message/sticker/emoji").asText());
    assertTrue(
        updates.at("/2/message").has("animation") && updates.at("/2/message").has("document"));
  }

  @Test
  void photosAreHeldToTheirLimits() {
    assertEquals("200", photo(Pictures.png(100, 100, 10 * MEGABYTE)).outcome());
    assertEquals(
        "400 Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
        photo(Pictures.png(100, 100, 10 * MEGABYTE + 1)).outcome());
    assertEquals(
        "400 Bad Request: PHOTO_INVALID_DIMENSIONS", photo(Pictures.png(9000, 1001, 0)).outcome());
    assertEquals(
        "400 Bad Request: PHOTO_INVALID_DIMENSIONS", photo(Pictures.png(2100, 100, 0)).outcome());
    assertEquals("200", photo(Pictures.png(2000, 100, 0)).outcome());
    assertEquals("400 Bad Request: IMAGE_PROCESS_FAILED", photo(new byte[] {1, 2, 3}).outcome());
    assertEquals("400 Bad Request: file must be non-empty", photo(new byte[0]).outcome());
    try (TelegramSimulator lenient = TelegramSimulator.builder().checkPhotos(false).start()) {
      lenient.customer(1, "Іван", null, null).start("");
      assertEquals(
          "200",
          new RawBot(lenient)
              .upload("sendPhoto", TO_IVAN, "photo", "x", "image/png", new byte[] {1})
              .outcome());
    }
  }

  @Test
  void uploadsAboveFiftyMegabytesAreRefused() {
    RawBot.Reply reply =
        bot.upload(
            "sendVideo", TO_IVAN, "video", "v.mp4", "video/mp4", new byte[50 * MEGABYTE + 1]);
    assertEquals("413 Request Entity Too Large", reply.outcome());
  }

  @Test
  void aKnownFileIsSentAgainByItsId() {
    String id = photo(Pictures.png(10, 10, 64)).result().at("/photo/1/file_id").asText();
    bot.call("sendPhoto", "{'chat_id':1,'photo':'" + id + "'}");
    assertEquals(2, ivan.messages().size());
    assertArrayEquals(
        Pictures.png(10, 10, 64), ivan.messages().get(1).file().orElseThrow().bytes());
  }

  @Test
  void anAlbumTakesAttachedFiles() {
    String id = photo(Pictures.png(10, 10, 64)).result().at("/photo/1/file_id").asText();
    String media =
        "[{'type':'photo','media':'"
            + id
            + "','caption':'a'},{'type':'photo','media':'attach://f1'}]";
    JsonNode sent =
        bot.upload(
                "sendMediaGroup",
                Map.of("chat_id", "1", "media", media.replace('\'', '"')),
                "f1",
                "b.png",
                "image/png",
                Pictures.png(20, 20, 99))
            .result();
    assertEquals(2, sent.size());
    assertEquals(sent.at("/0/media_group_id"), sent.at("/1/media_group_id"));
    List<TelegramMessage> album = ivan.messages().subList(1, 3);
    assertEquals("a", album.get(0).caption());
    assertArrayEquals(Pictures.png(20, 20, 99), album.get(1).file().orElseThrow().bytes());
  }

  @Test
  void anAlbumIsSentWholeOrNotAtAll() {
    String id = photo(Pictures.png(10, 10, 64)).result().at("/photo/1/file_id").asText();
    RawBot.Reply reply =
        bot.call(
            "sendMediaGroup",
            "{'chat_id':1,'media':[{'type':'photo','media':'"
                + id
                + "'},{'type':'photo','media':'attach://none'}]}");
    assertEquals("400 Bad Request: there is no photo in the request", reply.outcome());
    assertEquals(1, ivan.messages().size());
  }

  @Test
  void filesByUrlAreFetchedWithinTelegramsLimits() throws Exception {
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve(web, "/a.pdf", "application/pdf", new byte[] {1, 2, 3});
    serve(web, "/a.docx", "application/msword", new byte[] {1});
    serve(web, "/a.html", "text/html", new byte[] {1});
    serve(web, "/big.png", "image/png", Pictures.png(10, 10, 5 * MEGABYTE + 1));
    web.start();
    String base = "http://127.0.0.1:" + web.getAddress().getPort();
    try {
      assertEquals("200", byUrl("document", base + "/a.pdf"));
      TelegramFile file = ivan.messages().get(0).file().orElseThrow();
      assertArrayEquals(new byte[] {1, 2, 3}, file.bytes());
      assertEquals(Optional.of("a.pdf"), file.fileName());
      String wrongType = "400 Bad Request: wrong type of the web page content";
      assertEquals(wrongType, byUrl("document", base + "/a.docx"));
      assertEquals(wrongType, byUrl("photo", base + "/a.html"));
      String failed = "400 Bad Request: failed to get HTTP URL content";
      assertEquals(failed, byUrl("photo", base + "/big.png"));
      assertEquals(failed, byUrl("video", base + "/none.mp4"));
      assertEquals("400 Bad Request: wrong HTTP URL specified", byUrl("video", "http://a b/"));
    } finally {
      web.stop(0);
    }
  }

  @Test
  void equalFilesShareTheirUniqueId() {
    JsonNode first = photo(Pictures.png(10, 10, 64)).result().at("/photo/1");
    JsonNode second = photo(Pictures.png(10, 10, 64)).result().at("/photo/1");
    assertEquals(first.path("file_unique_id"), second.path("file_unique_id"));
    assertTrue(!first.path("file_id").equals(second.path("file_id")));
  }

  private RawBot.Reply photo(byte[] picture) {
    return bot.upload("sendPhoto", TO_IVAN, "photo", "p.png", "image/png", picture);
  }

  private String byUrl(String kind, String url) {
    String method = "send" + kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    return bot.call(method, "{'chat_id':1,'" + kind + "':'" + url + "'}").outcome();
  }

  private static void serve(HttpServer web, String path, String type, byte[] content) {
    web.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
          }
        });
  }
}
