// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.FailureReason;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.MediaUnavailableException;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.Nullable;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlbumTest {
  private static final String TWO_SENT =
      "{\"ok\":true,\"result\":[{\"message_id\":56},{\"message_id\":57}]}";

  @RegisterExtension final BotServer telegram = new BotServer();

  private final Files files = new Files();

  @Test
  void picturesAndFilmsGoUpInOneRequest() throws Exception {
    Media photo = file("photo", Media.Type.IMAGE, "image/jpeg").withCaption("Ось \"вони\"");
    Media film = file("film", Media.Type.VIDEO, "video/mp4");
    telegram.answer(200, TWO_SENT);
    assertEquals(List.of(new SendResult.Sent("56"), new SendResult.Sent("57")), send(photo, film));

    RecordedRequest request = telegram.take();
    assertTrue(request.getTarget().endsWith("/sendMediaGroup"), request.getTarget());
    String body = BotServer.body(request);
    assertTrue(
        body.contains(
            "name=\"media\"\r\n\r\n"
                + "[{\"type\":\"photo\",\"media\":\"attach://file0\","
                + "\"caption\":\"Ось \\\"вони\\\"\"},"
                + "{\"type\":\"video\",\"media\":\"attach://file1\"}]\r\n"),
        body);
    assertTrue(
        body.contains(
            "name=\"file0\"; filename=\"photo\"\r\nContent-Type: image/jpeg\r\n\r\nbytes of photo\r\n"),
        body);
    assertTrue(
        body.contains(
            "name=\"file1\"; filename=\"film\"\r\nContent-Type: video/mp4\r\n\r\nbytes of film\r\n"),
        body);
    assertEquals(
        String.valueOf(body.getBytes(StandardCharsets.UTF_8).length),
        request.getHeaders().get("Content-Length"));
    assertEquals(2, files.closed);
  }

  @Test
  void filesOfUnknownSizeGoUpInChunks() throws Exception {
    files.sizes = false;
    telegram.answer(200, TWO_SENT);
    Media a = file("a", Media.Type.FILE, "application/pdf");
    Media b = file("b", Media.Type.FILE, "application/zip");
    assertEquals(2, send(a, b).size());
    String body = BotServer.body(telegram.take());
    assertTrue(body.contains("bytes of a\r\n"), body);
    assertTrue(body.contains("bytes of b\r\n"), body);
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGE, image/jpeg, FILE,  application/pdf",
    "IMAGE, image/jpeg, AUDIO, audio/mpeg",
    "AUDIO, audio/mpeg, FILE,  application/pdf",
    "IMAGE, image/gif,  IMAGE, image/gif",
    "VOICE, audio/ogg,  VOICE, audio/ogg",
    "AUDIO, audio/ogg,  AUDIO, audio/ogg",
    "IMAGE, image/jpeg, LINK,  text/html",
  })
  void whatTelegramDoesNotShowTogetherIsToGoApart(
      Media.Type first, String firstType, Media.Type second, String secondType) {
    assertEquals(
        FailureReason.MEDIA,
        refusal(send(file("a", first, firstType), file("b", second, secondType))));
    assertEquals(0, telegram.requests());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 11})
  void anAlbumHasTwoToTenFiles(int size) {
    List<Media> media = Collections.nCopies(size, file("a", Media.Type.IMAGE, "image/jpeg"));
    assertEquals(FailureReason.MEDIA, refusal(send(media)));
    assertEquals(0, telegram.requests());
    assertEquals(10, telegram.adapter().capabilities().albumSize());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | Bad Request: failed to send message #2 with the error message \"X\" | Rejected | MEDIA",
        "400 | Bad Request: something new about albums | Rejected | MEDIA",
        "400 | Bad Request: chat not found | Rejected | RECIPIENT_BLOCKED_OR_GONE",
        "403 | Forbidden: bot was blocked by the user | Rejected | RECIPIENT_BLOCKED_OR_GONE",
        "413 | Request Entity Too Large | Rejected | MEDIA",
        "429 | Too Many Requests: retry after 3 | RetryLater | RATE_LIMITED",
      })
  void aRefusalIsOneOfTheWholeAlbum(
      int code, String description, String kind, FailureReason reason) {
    telegram.answer(
        code,
        "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}"
            .formatted(code, description.replace("\"", "\\\"")));
    List<SendResult> results = two();
    assertEquals(1, results.size());
    assertEquals(kind, results.get(0).getClass().getSimpleName());
    assertTrue(results.get(0).toString().contains("reason=" + reason), results.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"message_id\":56}]", "[]", "true", "[{\"message_id\":56},{}]"})
  void tooFewIdsLeaveItOpenWhatWasSent(String result) {
    telegram.answer(200, "{\"ok\":true,\"result\":" + result + "}");
    assertInstanceOf(SendResult.Unknown.class, two().get(0));
  }

  @Test
  void aFileThatCannotBeHadLeavesTheOthersToGoAlone() {
    files.content.put("b", null);
    assertEquals(FailureReason.MEDIA, refusal(two()));
    assertEquals(0, telegram.requests());
    assertEquals(1, files.closed);
  }

  @Test
  void filesThatAreTooLargeTogetherGoApart() {
    files.content.put("a", new MediaLike(30_000_000));
    files.content.put("b", new MediaLike(30_000_000));
    Media a = file("a", Media.Type.FILE, "application/zip");
    Media b = file("b", Media.Type.FILE, "application/zip");
    assertEquals(FailureReason.MEDIA, refusal(send(a, b)));
    assertEquals(0, telegram.requests());
  }

  @Test
  void typingIsShownAndNothingDependsOnIt() throws Exception {
    TelegramAdapter adapter = telegram.adapter();
    telegram.answer(200, "{\"ok\":true,\"result\":true}");
    telegram.answer(403, "{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: x\"}");
    adapter.showTyping(BotServer.CUSTOMER);
    adapter.showTyping(new Peer("telegram", "4242", "3527065@bc1"));
    assertEquals("{\"chat_id\":3527065,\"action\":\"typing\"}", BotServer.body(telegram.take()));
    assertEquals(
        "{\"chat_id\":3527065,\"business_connection_id\":\"bc1\",\"action\":\"typing\"}",
        BotServer.body(telegram.take()));
    telegram.stop();
    adapter.showTyping(BotServer.CUSTOMER);
    assertEquals(Duration.ofSeconds(4), adapter.capabilities().typingEvery());
  }

  private List<SendResult> two() {
    return send(
        file("a", Media.Type.IMAGE, "image/jpeg"), file("b", Media.Type.IMAGE, "image/png"));
  }

  private List<SendResult> send(Media... media) {
    return send(List.of(media));
  }

  private List<SendResult> send(List<Media> media) {
    return telegram.adapter().sendAlbum(media, BotServer.CUSTOMER, files);
  }

  private static FailureReason refusal(List<SendResult> results) {
    assertEquals(1, results.size());
    return assertInstanceOf(SendResult.Rejected.class, results.get(0)).reason();
  }

  private static Media file(String key, Media.Type type, String mimeType) {
    return new Media(type, new MediaSource.Stored(key), mimeType, key, null, null, null);
  }

  /** A size without the bytes. */
  private record MediaLike(long size) {}

  /** Files whose content is their name, unless a test says otherwise. */
  private static final class Files implements SendContext {
    final Map<String, MediaLike> content = new TreeMap<>();
    boolean sizes = true;
    int closed;

    @Override
    public String key() {
      return "key-1";
    }

    @Override
    public @Nullable String replyTo() {
      return null;
    }

    @Override
    public MediaContent open(Media media) throws IOException {
      String key = ((MediaSource.Stored) media.source()).key();
      if (content.containsKey(key) && content.get(key) == null) {
        throw new MediaUnavailableException("gone");
      }
      byte[] bytes = ("bytes of " + key).getBytes(StandardCharsets.UTF_8);
      MediaLike other = content.get(key);
      long size = other == null ? bytes.length : other.size();
      InputStream stream =
          new ByteArrayInputStream(bytes) {
            @Override
            public void close() {
              closed++;
            }
          };
      return MediaContent.of(stream, null, null, sizes ? size : -1);
    }

    @Override
    public URI publicUrl(Media media) {
      return URI.create("https://bridge.example/media/x");
    }
  }
}
