// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.MediaUnavailableException;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import io.botflow.connector.messenger.Update;
import io.botflow.messenger.telegram.TelegramAdapter;
import io.botflow.messenger.telegram.TelegramAdapterBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter's files reach the telephone, and the telephone's the adapter, byte for byte. */
class AdapterMediaTest {
  private static final Map<String, byte[]> FILES =
      Map.of(
          "a.jpg",
          Pictures.jpeg(40, 30),
          "b.mp4",
          new byte[] {1, 2, 3},
          "c.gif",
          "GIF89a".getBytes(StandardCharsets.US_ASCII),
          "d.webp",
          new byte[] {4, 5});

  @Test
  void anAlbumArrivesAsOne() {
    try (TelegramSimulator telegram = TelegramSimulator.builder().start()) {
      TelegramCustomer ivan = started(telegram);
      TelegramAdapter adapter = adapter(telegram).build();
      List<SendResult> results =
          adapter.sendAlbum(
              List.of(
                  media("a.jpg", Media.Type.IMAGE, "image/jpeg").withCaption("Ось"),
                  media("b.mp4", Media.Type.VIDEO, "video/mp4")),
              peer(adapter),
              new Files());
      List<TelegramMessage> shown = ivan.messages();
      assertEquals(
          shown.stream().map(m -> new SendResult.Sent(String.valueOf(m.id()))).toList(), results);
      assertEquals(2, shown.size());
      assertEquals("Ось", shown.get(0).caption());
      assertEquals(
          shown.get(0).json().path("media_group_id"), shown.get(1).json().path("media_group_id"));
      assertArrayEquals(FILES.get("a.jpg"), bytes(shown.get(0)));
      assertArrayEquals(FILES.get("b.mp4"), bytes(shown.get(1)));
    }
  }

  @Test
  void animationsStickersAndCardsAreShownAsWhatTheyAre() {
    try (TelegramSimulator telegram = TelegramSimulator.builder().start()) {
      TelegramCustomer ivan = started(telegram);
      TelegramAdapter adapter = adapter(telegram).build();
      Part card =
          new Card(
              "Стіл",
              null,
              new MediaSource.Stored("a.jpg"),
              null,
              List.of(new CardAction.Postback("Купити", "buy")));
      for (Part part :
          List.of(
              media("c.gif", Media.Type.IMAGE, "image/gif"),
              media("d.webp", Media.Type.STICKER, "image/webp"),
              card)) {
        assertInstanceOf(SendResult.Sent.class, adapter.send(part, peer(adapter), new Files()));
      }
      assertEquals(
          List.of("sendAnimation", "sendSticker", "sendPhoto"),
          ivan.messages().stream().map(TelegramMessage::method).toList());
      TelegramMessage shown = ivan.messages().get(2);
      assertEquals("Стіл", shown.caption());
      assertEquals(List.of("Купити"), shown.buttons());
      assertTrue(ivan.chatActions().isEmpty());
      adapter.showTyping(peer(adapter));
      assertEquals(List.of("typing"), ivan.chatActions());
    }
  }

  @Test
  void aLargeFileIsRefusedWithTheLimitAndReadFromALocalServer(@TempDir Path folder)
      throws IOException {
    byte[] large = new byte[21 << 20];
    try (TelegramSimulator telegram = TelegramSimulator.builder().start()) {
      TelegramAdapter adapter = adapter(telegram).build();
      MediaSource source = sent(telegram, adapter, large);
      MediaUnavailableException e =
          assertThrows(MediaUnavailableException.class, () -> adapter.open(source));
      assertTrue(String.valueOf(e.getMessage()).contains("up to 20 MB"), e::getMessage);
    }
    try (TelegramSimulator telegram = TelegramSimulator.builder().localFiles(folder).start()) {
      TelegramAdapter adapter = adapter(telegram).localFiles(folder).build();
      try (MediaContent content = adapter.open(sent(telegram, adapter, large))) {
        assertArrayEquals(large, content.stream().readAllBytes());
      }
    }
  }

  private static MediaSource sent(TelegramSimulator telegram, TelegramAdapter adapter, byte[] bytes)
      throws IOException {
    telegram
        .customer(1, "Іван", null, null)
        .send(TelegramContent.document("a.zip", "application/zip", bytes));
    Update update = adapter.poll(null, Duration.ZERO).updates().get(0);
    return ((Media) ((Update.Received) update).message().parts().get(0)).source();
  }

  private static TelegramCustomer started(TelegramSimulator telegram) {
    TelegramCustomer ivan = telegram.customer(1, "Іван", null, null);
    ivan.start("");
    return ivan;
  }

  private static TelegramAdapterBuilder adapter(TelegramSimulator telegram) {
    return TelegramAdapter.builder(telegram.token()).apiUri(telegram.apiUri());
  }

  private static Peer peer(TelegramAdapter adapter) {
    return new Peer("telegram", adapter.account(), "1");
  }

  private static byte[] bytes(TelegramMessage message) {
    return message.file().orElseThrow().bytes();
  }

  private static Media media(String key, Media.Type type, String mimeType) {
    return new Media(type, new MediaSource.Stored(key), mimeType, key, null, null, null);
  }

  /** Opens the files above by their key. */
  private static final class Files implements SendContext {
    @Override
    public String key() {
      return "key";
    }

    @Override
    public @Nullable String replyTo() {
      return null;
    }

    @Override
    public MediaContent open(Media media) {
      byte[] bytes = FILES.get(((MediaSource.Stored) media.source()).key());
      return MediaContent.of(new ByteArrayInputStream(bytes), null, null, bytes.length);
    }

    @Override
    public URI publicUrl(Media media) {
      throw new UnsupportedOperationException();
    }
  }
}
