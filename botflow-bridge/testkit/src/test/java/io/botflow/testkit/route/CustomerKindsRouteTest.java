// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.AttachmentRecord;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.media.RealFiles;
import io.botflow.testkit.telegram.TelegramContent;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which a customer sends pictures, films and sounds, with real files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerKindsRouteTest {
  private final TestRoute route = TestRoute.start();
  private final TelegramCustomer ivan = route.ivan();
  private final AgentConversation desk = route.connect(ivan);

  static Stream<Arguments> kinds() {
    byte[] jpeg = RealFiles.picture("jpeg");
    byte[] film = RealFiles.iso("isom", "isom", "iso2", "mp41");
    byte[] m4a = RealFiles.iso("M4A ", "M4A ", "mp42");
    byte[] webp = RealFiles.webp();
    byte[] webm = RealFiles.webm();
    byte[] tgs = RealFiles.tgs();
    return Stream.of(
        of("photo", TelegramContent.photo(jpeg), jpeg, "Image", "image/jpeg"),
        of("video", TelegramContent.video(film), film, "Video", "video/mp4"),
        of("animation", TelegramContent.animation(film), film, "Video", "video/mp4"),
        of("round video", TelegramContent.videoNote(film), film, "Video", "video/mp4"),
        of("voice", TelegramContent.voice(opus()), opus(), "Audio", "audio/ogg"),
        of("mp3", audio("пісня.mp3", "audio/mpeg", mp3()), mp3(), "Audio", "audio/mpeg"),
        of("m4a", audio("дзвінок.m4a", "audio/mp4", m4a), m4a, "Audio", "audio/mp4"),
        of("sticker", sticker("static", webp, null), webp, "Image", "image/webp"),
        of("film sticker", sticker("video", webm, null), webm, "Video", "video/webm"),
        of("moving", sticker("animated", tgs, null), tgs, "File", "application/x-tgsticker"),
        of("film, still", sticker("video", webm, webp), webp, "Image", "image/webp"),
        of("moving, still", sticker("animated", tgs, webp), webp, "Image", "image/webp"));
  }

  private static Arguments of(
      String name, TelegramContent content, byte[] bytes, String mediaType, String mimeType) {
    return Arguments.of(name, content, bytes, mediaType, mimeType);
  }

  private static TelegramContent audio(String name, String mimeType, byte[] bytes) {
    return TelegramContent.audio(name, mimeType, bytes);
  }

  private static TelegramContent sticker(String format, byte[] bytes, byte[] still) {
    return TelegramContent.sticker(format, bytes, still, "😀");
  }

  private static byte[] opus() {
    return RealFiles.opus();
  }

  private static byte[] mp3() {
    return RealFiles.mp3();
  }

  @AfterAll
  void stop() throws Exception {
    route.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void itIsInGenesysCloudByteForByteAndAsWhatItIs(
      String name, TelegramContent content, byte[] bytes, String mediaType, String mimeType) {
    int before = stored().size();

    ivan.send(content);

    Until.holds(name, () -> stored().size() > before);
    AttachmentRecord arrived = stored().get(before);
    assertArrayEquals(bytes, arrived.bytes());
    assertEquals(mimeType, arrived.mime());
    assertEquals(mediaType, arrived.mediaType());
  }

  private List<AttachmentRecord> stored() {
    return desk.transcript().stream()
        .filter(MessageRecord::fromCustomer)
        .map(MessageRecord::attachment)
        .filter(Objects::nonNull)
        .filter(file -> file.state() == AttachmentRecord.State.STORED)
        .toList();
  }
}
