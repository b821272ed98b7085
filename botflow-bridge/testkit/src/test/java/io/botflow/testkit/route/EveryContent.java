// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Contact;
import io.botflow.connector.message.DatePicker;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Template;
import io.botflow.connector.message.Text;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * One content of each kind, in either direction, and none with the words or the bytes of another. A
 * new kind does not compile here until somebody gives it one.
 */
final class EveryContent {
  private final String words;
  private final int seed;

  private EveryContent(PartKind kind, String who) {
    this.words = "слова-" + kind.name().replace('_', '-') + "-від-" + who;
    this.seed = words.hashCode();
  }

  static Content ofCustomer(PartKind kind) {
    return new EveryContent(kind, "клієнта").content(kind);
  }

  static Content ofGenesys(PartKind kind) {
    return new EveryContent(kind, "оператора").content(kind);
  }

  private Content content(PartKind kind) {
    return switch (kind) {
      case TEXT -> Content.of(new Text(words));
      case IMAGE -> file(Media.Type.IMAGE, "фото.jpg", "image/jpeg", Samples.jpeg(seed));
      case VIDEO -> file(Media.Type.VIDEO, "film.mp4", "video/mp4", begun("\0\0\0\30ftypmp42"));
      case AUDIO -> file(Media.Type.AUDIO, "sound.mp3", "audio/mpeg", begun("ID3\3\0\0\0\0\0\0"));
      case VOICE -> Content.of(Media.Type.VOICE, "v.ogg", "audio/ogg", begun("OggS"), null);
      case STICKER -> Content.of(Media.Type.STICKER, "s.webp", "image/webp", webp(), null);
      case FILE -> file(Media.Type.FILE, "Рахунок.pdf", "application/pdf", Samples.pdf(seed));
      case LINK ->
          Content.of(
              Media.of(
                  Media.Type.LINK,
                  new MediaSource.Url(URI.create("https://shop.example/a_" + seed))));
      case LOCATION -> Content.of(new Location(50.45, 30.52, words, "Київ"));
      case CONTACT -> Content.of(Contact.of("Олена-" + words, "+380501234567"));
      case CHOICES ->
          Content.of(new Choices(words, List.of(Choice.of("Так", "yes"), Choice.of("Ні", "no"))));
      case CARD -> Content.of(card(""));
      case CAROUSEL -> Content.of(new Carousel(List.of(card("-1"), card("-2"))));
      case TEMPLATE -> Content.of(Template.builder(words).id("t").language("uk").build());
      case DATE_PICKER -> Content.of(DatePicker.of(words, Instant.parse("2026-12-01T10:00:00Z")));
      case SELECTION -> Content.of(new Selection(Selection.Source.QUICK_REPLY, "Так", "yes", null));
      case OPAQUE -> Content.of(Opaque.of("PaymentRequest", words));
    };
  }

  private Card card(String number) {
    return Card.builder(words + number)
        .description("опис-" + words + number)
        .postback("Взяти", "take")
        .link("Сайт", "https://shop.example/card" + number)
        .build();
  }

  private Content file(Media.Type type, String name, String mimeType, byte[] bytes) {
    return Content.of(type, name, mimeType, bytes, words);
  }

  private byte[] webp() {
    byte[] bytes = begun("RIFF....WEBPVP8 ");
    bytes[4] = (byte) (bytes.length - 8);
    bytes[5] = (byte) ((bytes.length - 8) >> 8);
    bytes[6] = 0;
    bytes[7] = 0;
    return bytes;
  }

  private byte[] begun(String beginning) {
    byte[] bytes = new byte[500];
    new Random(seed).nextBytes(bytes);
    byte[] head = beginning.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }
}
