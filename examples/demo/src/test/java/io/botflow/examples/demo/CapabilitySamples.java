// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Contact;
import io.botflow.connector.message.DatePicker;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Template;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Update;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One sample of each row of {@link CapabilitiesPage}. */
final class CapabilitySamples {
  static final URI SIGNED = URI.create("https://bridge.example/media/token/file");

  private static final MediaSource STORED = new MediaSource.Stored("key");
  private static final MediaSource PICTURE =
      new MediaSource.Url(URI.create("https://shop.example/phone.jpg"));

  private CapabilitySamples() {}

  static List<Map.Entry<String, Part>> outbound() {
    List<Map.Entry<String, Part>> rows = new ArrayList<>();
    rows.add(row("text", new Text("Добрий день")));
    rows.add(row("text, 10,000 letters", new Text("їжак ".repeat(2_000))));
    rows.add(row("image, JPEG", file(Media.Type.IMAGE, "image/jpeg", 500_000)));
    rows.add(row("image, WebP", file(Media.Type.IMAGE, "image/webp", 500_000)));
    rows.add(row("image, TIFF", file(Media.Type.IMAGE, "image/tiff", 500_000)));
    rows.add(row("image, 20 MB", file(Media.Type.IMAGE, "image/jpeg", 20_000_000)));
    rows.add(
        row("image with caption", file(Media.Type.IMAGE, "image/png", 1_000).withCaption("Ось")));
    rows.add(row("video, MP4", file(Media.Type.VIDEO, "video/mp4", 5_000_000)));
    rows.add(row("video, WebM", file(Media.Type.VIDEO, "video/webm", 5_000_000)));
    rows.add(row("audio, MP3", file(Media.Type.AUDIO, "audio/mpeg", 1_000_000)));
    rows.add(row("audio, WAV", file(Media.Type.AUDIO, "audio/wav", 1_000_000)));
    rows.add(row("voice note, OGG", file(Media.Type.VOICE, "audio/ogg; codecs=opus", 100_000)));
    rows.add(row("sticker, WebP", file(Media.Type.STICKER, "image/webp", 50_000)));
    rows.add(row("file, PDF", file(Media.Type.FILE, "application/pdf", 1_000_000)));
    rows.add(row("file, ZIP, 25 MB", file(Media.Type.FILE, "application/zip", 25_000_000)));
    rows.add(row("file, 60 MB", file(Media.Type.FILE, "application/zip", 60_000_000)));
    rows.add(row("link", Media.of(Media.Type.LINK, PICTURE)));
    rows.add(row("location", new Location(50.45, 30.52, "Office", "Khreshchatyk 1")));
    rows.add(row("contact", Contact.of("Olena", "+380000000000")));
    for (int count : new int[] {3, 10, 13, 40}) {
      rows.add(row(count + " quick replies", choices(count)));
    }
    Card card =
        Card.builder("Phone").description("Black").image(PICTURE).postback("Buy", "buy-1").build();
    rows.add(row("card", card));
    rows.add(
        row(
            "card with a link and a button",
            Card.builder("Phone")
                .image(PICTURE)
                .link("More", "https://shop.example/1")
                .postback("Buy", "buy-1")
                .build()));
    rows.add(row("carousel of 3 cards", new Carousel(List.of(card, card, card))));
    rows.add(
        row(
            "carousel of 12 cards",
            new Carousel(IntStream.range(0, 12).mapToObj(i -> card).toList())));
    rows.add(
        row(
            "notification template",
            Template.builder("Your order is ready").header("Shop").build()));
    rows.add(
        row(
            "date picker with 3 times",
            DatePicker.of(
                "When?",
                Instant.parse("2026-11-22T08:00:00Z"),
                Instant.parse("2026-11-22T09:00:00Z"),
                Instant.parse("2026-11-22T10:00:00Z"))));
    rows.add(
        row("pressed button", new Selection(Selection.Source.QUICK_REPLY, "Yes", "yes", null)));
    rows.add(row("unknown content", Opaque.of("Form", "Please fill in the form")));
    return rows;
  }

  /** Open Messaging takes text, attachments and presses; the bridge turns all else into those. */
  static String inGenesys(PartKind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case IMAGE -> "attachment Image, its caption as text";
      case VIDEO -> "attachment Video, its caption as text";
      case AUDIO, VOICE -> "attachment Audio, its caption as text";
      case STICKER -> "attachment Image, its emoji as text";
      case FILE -> "attachment File, its caption as text";
      case LINK -> "attachment Link";
      case LOCATION -> "text with a link to a map";
      case CONTACT -> "text";
      case SELECTION -> "structured response, or its label as text";
      case CHOICES, CARD, CAROUSEL, TEMPLATE, DATE_PICKER -> "text; customers send no such thing";
      case OPAQUE -> "its substitute as text";
    };
  }

  static List<Map.Entry<String, Class<? extends Update>>> events() {
    return List.of(
        Map.entry("a message", Update.Received.class),
        Map.entry("a message was edited", Update.Edited.class),
        Map.entry("a message was taken back", Update.Deleted.class),
        Map.entry("a reaction", Update.Reacted.class),
        Map.entry("our message was delivered", Update.Delivered.class),
        Map.entry("our message was read", Update.Read.class),
        Map.entry("our message failed later", Update.Failed.class),
        Map.entry("the customer types", Update.Typing.class),
        Map.entry("the customer opened the chat", Update.Started.class),
        Map.entry("the customer left or blocked us", Update.Stopped.class));
  }

  private static Map.Entry<String, Part> row(String name, Part part) {
    return Map.entry(name, part);
  }

  private static Media file(Media.Type type, String mimeType, long bytes) {
    return Media.builder(type, STORED).mimeType(mimeType).fileName("file").sizeBytes(bytes).build();
  }

  private static Choices choices(int count) {
    return Choices.of(
        "Which?", IntStream.rangeClosed(1, count).mapToObj(i -> "No " + i).toArray(String[]::new));
  }
}
