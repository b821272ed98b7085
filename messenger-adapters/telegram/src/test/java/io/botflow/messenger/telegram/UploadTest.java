// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.messenger.FailureReason;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.MediaUnavailableException;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.annotation.Nullable;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadTest {
  private static final String BOUNDARY = "multipart/form-data; boundary=";

  @RegisterExtension final BotServer telegram = new BotServer();

  @Test
  void aPhotoGoesUpByteForByte() throws Exception {
    byte[] photo = random(100_000);
    Media media =
        new Media(
            Media.Type.IMAGE,
            new MediaSource.Stored("k"),
            "image/jpeg",
            "Мій кіт.jpg",
            null,
            "Ось він, \"кіт\"",
            null);
    telegram.answer(200, BotServer.SENT);
    assertEquals(
        new SendResult.Sent("56"), send(media, BotServer.context("41", BotServer.bytes(photo))));

    RecordedRequest request = telegram.take();
    assertEquals("/bot" + BotServer.TOKEN + "/sendPhoto", request.getTarget());
    String type = String.valueOf(request.getHeaders().get("Content-Type"));
    assertTrue(type.startsWith(BOUNDARY), type);
    String line = "--" + type.substring(BOUNDARY.length());
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.writeBytes(
        (line
                + "\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n3527065\r\n"
                + line
                + "\r\nContent-Disposition: form-data; name=\"reply_parameters\"\r\n\r\n"
                + "{\"message_id\":41,\"allow_sending_without_reply\":true}\r\n"
                + line
                + "\r\nContent-Disposition: form-data; name=\"caption\"\r\n\r\n"
                + "Ось він, \"кіт\"\r\n"
                + line
                + "\r\nContent-Disposition: form-data; name=\"photo\";"
                + " filename=\"Мій кіт.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    expected.writeBytes(photo);
    expected.writeBytes(("\r\n" + line + "--\r\n").getBytes(StandardCharsets.UTF_8));
    assertArrayEquals(
        expected.toByteArray(), Objects.requireNonNull(request.getBody()).toByteArray());
    assertEquals(String.valueOf(expected.size()), request.getHeaders().get("Content-Length"));
  }

  @Test
  void aFileOfUnknownSizeGoesUpInChunks() throws Exception {
    byte[] bytes = random(70_000);
    MediaContent content = content(new ByteArrayInputStream(bytes), -1);
    telegram.answer(200, BotServer.SENT);
    assertEquals(new SendResult.Sent("56"), send(file(), BotServer.context(null, content)));
    RecordedRequest request = telegram.take();
    assertNull(request.getHeaders().get("Content-Length"));
    assertArrayEquals(bytes, fileOf(request));
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGE, image/png,    sendPhoto,    photo,    photo.jpg, image/png",
    "IMAGE, image/gif,    sendAnimation, animation, animation.gif, image/gif",
    "VIDEO, video/mp4,    sendVideo,    video,    video.mp4, video/mp4",
    "AUDIO, audio/mpeg,   sendAudio,    audio,    audio.mp3, audio/mpeg",
    "AUDIO, audio/ogg,    sendVoice,    voice,    voice.ogg, audio/ogg",
    "VOICE, audio/ogg,    sendVoice,    voice,    voice.ogg, audio/ogg",
    "FILE,  application/pdf, sendDocument, document, file,   application/pdf",
    "FILE,  ,             sendDocument, document, file,      application/octet-stream",
    "FILE,  'a/b\r\nX: y', sendDocument, document, file,     application/octet-stream",
    "FILE,  pdf,          sendDocument, document, file,      application/octet-stream",
  })
  void eachTypeHasItsMethodAndAName(
      Media.Type type,
      @Nullable String mimeType,
      String method,
      String field,
      String name,
      String contentType)
      throws Exception {
    telegram.answer(200, BotServer.SENT);
    MediaSource source = new MediaSource.Stored("k");
    send(
        new Media(type, source, mimeType, null, null, null, null),
        BotServer.context(null, BotServer.bytes(new byte[] {1, 2, 3})));
    RecordedRequest request = telegram.take();
    assertTrue(request.getTarget().endsWith("/" + method), request.getTarget());
    String body = BotServer.body(request);
    assertTrue(
        body.contains(
            "name=\""
                + field
                + "\"; filename=\""
                + name
                + "\"\r\nContent-Type: "
                + contentType
                + "\r\n\r\n"),
        body);
  }

  @ParameterizedTest
  @CsvSource({
    "'a\"b.pdf', a'b.pdf",
    "'a\r\nX-Evil: 1.pdf', a__X-Evil: 1.pdf",
    "'../../etc/passwd', .._.._etc_passwd",
    "'c:\\x.pdf', c:_x.pdf",
    "'  ', file",
    "'Рахунок №5 (копія).pdf', Рахунок №5 (копія).pdf",
  })
  void aFileNameCannotLeaveItsQuotes(String name, String sent) throws Exception {
    telegram.answer(200, BotServer.SENT);
    MediaSource source = new MediaSource.Stored("k");
    send(
        new Media(Media.Type.FILE, source, null, name, null, null, null),
        BotServer.context(null, BotServer.bytes(new byte[] {1})));
    String body = BotServer.body(telegram.take());
    assertTrue(body.contains("name=\"document\"; filename=\"" + sent + "\"\r\n"), body);
  }

  @ParameterizedTest
  @CsvSource({"-1", "1000000"})
  void aFileThatBreaksOffIsNotSentAndMayBeTriedAgain(long size) {
    InputStream broken =
        new FilterInputStream(new ByteArrayInputStream(new byte[100_000])) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count < 0) {
              throw new IOException("https://store.example/?sig=" + BotServer.SECRET_PART);
            }
            return count;
          }
        };
    telegram.answer(200, BotServer.SENT);
    assertEquals(
        new SendResult.RetryLater(
            FailureReason.MEDIA, null, "the file could not be read: IOException"),
        send(file(), BotServer.context(null, content(broken, size))));
  }

  @ParameterizedTest
  @CsvSource({"99999", "100001"})
  void aFileOfAnotherSizeThanToldIsNotSent(long told) {
    telegram.answer(200, BotServer.SENT);
    MediaContent content = content(new ByteArrayInputStream(random(100_000)), told);
    SendResult result = send(file(), BotServer.context(null, content));
    assertEquals(
        FailureReason.MEDIA, assertInstanceOf(SendResult.RetryLater.class, result).reason());
  }

  @Test
  void aFileKnownToBeTooLargeIsRejectedWithoutACall() {
    MediaContent content = content(InputStream.nullInputStream(), 10_000_001);
    Media photo = Media.of(Media.Type.IMAGE, new MediaSource.Stored("k"));
    SendResult result = send(photo, BotServer.context(null, content));
    assertEquals(FailureReason.MEDIA, assertInstanceOf(SendResult.Rejected.class, result).reason());
    assertEquals(0, telegram.requests());
  }

  @Test
  void aFileThatTurnsOutTooLargeIsRejected() {
    telegram.answer(200, BotServer.SENT);
    MediaContent content = content(new ByteArrayInputStream(random(10_000_001)), -1);
    Media photo = Media.of(Media.Type.IMAGE, new MediaSource.Stored("k"));
    assertEquals(
        new SendResult.Rejected(FailureReason.MEDIA, "the file is larger than 10000000 bytes"),
        send(photo, BotServer.context(null, content)));
  }

  @Test
  void aFileThatCannotBeOpenedIsTriedAgainAndOneThatIsGoneIsNot() {
    assertEquals(
        new SendResult.RetryLater(
            FailureReason.MEDIA, null, "the file could not be read: IOException"),
        send(file(), BotServer.context()));
    SendContext gone =
        new SendContext() {
          @Override
          public String key() {
            return "k";
          }

          @Override
          public @Nullable String replyTo() {
            return null;
          }

          @Override
          public MediaContent open(Media media) throws IOException {
            throw new MediaUnavailableException("the file is gone");
          }

          @Override
          public URI publicUrl(Media media) {
            throw new UnsupportedOperationException();
          }
        };
    assertEquals(
        new SendResult.Rejected(FailureReason.MEDIA, "the file is gone"), send(file(), gone));
    assertEquals(0, telegram.requests());
  }

  @Test
  void theFileIsClosedHoweverItEnds() {
    for (int status : new int[] {200, 403, 500}) {
      AtomicBoolean closed = new AtomicBoolean();
      InputStream stream =
          new ByteArrayInputStream(new byte[] {1}) {
            @Override
            public void close() throws IOException {
              closed.set(true);
              throw new IOException("closing fails, which changes nothing");
            }
          };
      telegram.answer(status, BotServer.SENT);
      send(file(), BotServer.context(null, content(stream, 1)));
      assertTrue(closed.get());
    }
  }

  @Test
  void aFileThatTakesItsTimeIsAnnouncedAndASmallOneIsNot() throws Exception {
    telegram.answer(200, "{\"ok\":true,\"result\":true}");
    telegram.answer(200, BotServer.SENT);
    telegram.answer(200, BotServer.SENT);
    byte[] large = random(1024 * 1024);
    send(file(), BotServer.context(null, content(new ByteArrayInputStream(large), large.length)));
    send(file(), BotServer.context(null, content(new ByteArrayInputStream(new byte[9]), 9)));

    RecordedRequest action = telegram.take();
    assertTrue(action.getTarget().endsWith("/sendChatAction"), action.getTarget());
    assertTrue(BotServer.body(action).contains("\"action\":\"upload_document\""));
    assertArrayEquals(large, fileOf(telegram.take()));
    assertTrue(telegram.take().getTarget().endsWith("/sendDocument"));
  }

  private SendResult send(Media media, SendContext context) {
    return telegram.adapter().send(media, BotServer.CUSTOMER, context);
  }

  private static Media file() {
    return Media.of(Media.Type.FILE, new MediaSource.Stored("k"));
  }

  private static MediaContent content(InputStream stream, long size) {
    return MediaContent.of(stream, null, null, size);
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  /** The file's bytes in a request with one file at its end. */
  private static byte[] fileOf(RecordedRequest request) {
    byte[] body = Objects.requireNonNull(request.getBody()).toByteArray();
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int start = text.indexOf("\r\n\r\n", text.indexOf("filename=")) + 4;
    int end = text.lastIndexOf("\r\n--botflow-");
    return text.substring(start, end).getBytes(StandardCharsets.ISO_8859_1);
  }
}
