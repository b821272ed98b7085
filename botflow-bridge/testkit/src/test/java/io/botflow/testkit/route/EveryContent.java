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

/** One content of each kind. A new kind does not compile here until somebody gives it one. */
final class EveryContent {
  private static final String WORDS = "слова-що-мають-дійти";

  private EveryContent() {}

  static Content of(PartKind kind) {
    return switch (kind) {
      case TEXT -> Content.of(new Text(WORDS));
      case IMAGE -> file(Media.Type.IMAGE, "фото.jpg", "image/jpeg", Samples.jpeg(1));
      case VIDEO -> file(Media.Type.VIDEO, "film.mp4", "video/mp4", begun("\0\0\0\30ftypmp42"));
      case AUDIO -> file(Media.Type.AUDIO, "sound.mp3", "audio/mpeg", begun("ID3\3\0\0\0\0\0\0"));
      case VOICE -> Content.of(Media.Type.VOICE, "v.ogg", "audio/ogg", begun("OggS"), null);
      case STICKER -> Content.of(Media.Type.STICKER, "s.webp", "image/webp", webp(), null);
      case FILE -> file(Media.Type.FILE, "Рахунок.pdf", "application/pdf", Samples.pdf(2));
      case LINK ->
          Content.of(
              Media.of(
                  Media.Type.LINK, new MediaSource.Url(URI.create("https://shop.example/a_1"))));
      case LOCATION -> Content.of(new Location(50.45, 30.52, WORDS, "Київ"));
      case CONTACT -> Content.of(Contact.of("Олена", "+380501234567"));
      case CHOICES ->
          Content.of(new Choices(WORDS, List.of(Choice.of("Так", "yes"), Choice.of("Ні", "no"))));
      case CARD -> Content.of(card());
      case CAROUSEL -> Content.of(new Carousel(List.of(card(), card())));
      case TEMPLATE -> Content.of(Template.builder(WORDS).id("t").language("uk").build());
      case DATE_PICKER -> Content.of(DatePicker.of(WORDS, Instant.parse("2026-12-01T10:00:00Z")));
      case SELECTION -> Content.of(new Selection(Selection.Source.QUICK_REPLY, "Так", "yes", null));
      case OPAQUE -> Content.of(Opaque.of("PaymentRequest", WORDS));
    };
  }

  private static Card card() {
    return Card.builder(WORDS)
        .description("опис")
        .postback("Взяти", "take")
        .link("Сайт", "https://shop.example/card")
        .build();
  }

  private static Content file(Media.Type type, String name, String mimeType, byte[] bytes) {
    return Content.of(type, name, mimeType, bytes, WORDS);
  }

  private static byte[] webp() {
    byte[] bytes = begun("RIFF....WEBPVP8 ");
    bytes[4] = (byte) (bytes.length - 8);
    bytes[5] = (byte) ((bytes.length - 8) >> 8);
    bytes[6] = 0;
    bytes[7] = 0;
    return bytes;
  }

  private static byte[] begun(String beginning) {
    byte[] bytes = new byte[500];
    byte[] head = beginning.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }
}
