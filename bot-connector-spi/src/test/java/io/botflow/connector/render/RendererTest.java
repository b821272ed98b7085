// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import static io.botflow.connector.Samples.STORED;
import static io.botflow.connector.Samples.media;
import static io.botflow.connector.Samples.sized;
import static io.botflow.connector.Samples.url;
import static io.botflow.connector.render.Targets.INSTAGRAM;
import static io.botflow.connector.render.Targets.TELEGRAM;
import static io.botflow.connector.render.Targets.TEXT_ONLY;
import static io.botflow.connector.render.Targets.VIBER;
import static io.botflow.connector.render.Targets.chars;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choice;
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
import io.botflow.connector.message.TimeSlot;
import io.botflow.connector.messenger.Capabilities;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each kind of part on targets that differ, row by row. */
class RendererTest {
  private static final String PICTURE_URL = "https://files.example/photo.jpg";
  private static final MediaSource PICTURE = url(PICTURE_URL);

  @Test
  void text() {
    Text cyrillic = new Text("їжак ".repeat(111));
    unchanged(TELEGRAM, cyrillic);
    unchanged(VIBER, cyrillic);
    unchanged(INSTAGRAM, cyrillic);
    Text long1 = new Text("їжак ".repeat(223) + "їжак");
    unchanged(TELEGRAM, long1);
    unchanged(VIBER, long1);
    becomes(
        INSTAGRAM,
        long1,
        new Text("їжак ".repeat(111)),
        new Text("їжак ".repeat(111)),
        new Text("їжак їжак"));
    becomes(
        TEXT_ONLY,
        new Text("a".repeat(100) + " " + "b".repeat(100)),
        new Text("a".repeat(100) + " "),
        new Text("b".repeat(100)));
    for (Capabilities target : List.of(TELEGRAM, VIBER, INSTAGRAM, TEXT_ONLY)) {
      becomes(target, new Text(" \n"));
    }
  }

  @Test
  void image() {
    Media jpeg = media(Media.Type.IMAGE, PICTURE, "image/jpeg", "photo.jpg");
    unchanged(TELEGRAM, jpeg);
    unchanged(VIBER, jpeg);
    unchanged(INSTAGRAM, jpeg);
    becomes(TEXT_ONLY, jpeg, new Text("photo.jpg: " + PICTURE_URL));

    Media large = sized(jpeg, 9_000_000);
    unchanged(TELEGRAM, large);
    becomes(VIBER, large, large.as(Media.Type.FILE));
    becomes(INSTAGRAM, large, new Text("photo.jpg: " + PICTURE_URL));

    Media tiff = media(Media.Type.IMAGE, STORED, "image/tiff", "scan.tiff");
    becomes(TELEGRAM, tiff, tiff.as(Media.Type.FILE));
    becomes(INSTAGRAM, tiff, new Text("scan.tiff"));
  }

  @Test
  void video() {
    Media mp4 = media(Media.Type.VIDEO, PICTURE, "video/mp4", null);
    unchanged(TELEGRAM, mp4);
    unchanged(VIBER, mp4);
    unchanged(INSTAGRAM, mp4);
    becomes(TEXT_ONLY, mp4, new Text(PICTURE_URL));
    Media avi = media(Media.Type.VIDEO, STORED, "video/avi", null);
    becomes(TELEGRAM, avi, avi.as(Media.Type.FILE));
    becomes(INSTAGRAM, avi, new Text("video/avi"));
  }

  @Test
  void audio() {
    Media m4a = media(Media.Type.AUDIO, STORED, "audio/mp4", "song.m4a");
    unchanged(TELEGRAM, m4a);
    becomes(VIBER, m4a, m4a.as(Media.Type.FILE));
    unchanged(INSTAGRAM, m4a);
    becomes(TEXT_ONLY, m4a, new Text("song.m4a"));
  }

  @Test
  void voice() {
    Media ogg = media(Media.Type.VOICE, STORED, "audio/ogg; codecs=opus", "voice.ogg");
    unchanged(TELEGRAM, ogg);
    becomes(VIBER, ogg, ogg.as(Media.Type.FILE));
    becomes(INSTAGRAM, ogg, new Text("voice.ogg"));
    becomes(TEXT_ONLY, ogg, new Text("voice.ogg"));
    Media aac = media(Media.Type.VOICE, STORED, "audio/aac", "voice.aac");
    becomes(INSTAGRAM, aac, aac.as(Media.Type.AUDIO));
    becomes(TELEGRAM, aac, aac.as(Media.Type.FILE));
  }

  @Test
  void sticker() {
    Media webp = media(Media.Type.STICKER, PICTURE, "image/webp", "hi.webp");
    unchanged(TELEGRAM, webp);
    becomes(VIBER, webp, webp.as(Media.Type.FILE));
    becomes(INSTAGRAM, webp, new Text("hi.webp: " + PICTURE_URL));
    becomes(TEXT_ONLY, webp, new Text("hi.webp: " + PICTURE_URL));
    Media png = media(Media.Type.STICKER, PICTURE, "image/png", "hi.png");
    becomes(TELEGRAM, png, png.as(Media.Type.IMAGE));
    becomes(INSTAGRAM, png, png.as(Media.Type.IMAGE));
  }

  @Test
  void file() {
    Media zip = media(Media.Type.FILE, STORED, "application/zip", "all.zip");
    unchanged(TELEGRAM, zip);
    unchanged(VIBER, zip);
    becomes(INSTAGRAM, zip, new Text("all.zip"));
    becomes(TEXT_ONLY, zip, new Text("all.zip"));
    Media picture = media(Media.Type.FILE, STORED, "image/png", "scan.png");
    unchanged(TELEGRAM, picture);
    becomes(INSTAGRAM, picture, picture.as(Media.Type.IMAGE));
    Media huge = sized(zip, 51_000_000);
    becomes(TELEGRAM, huge, new Text("all.zip"));
    becomes(VIBER, huge, huge.as(Media.Type.LINK));
  }

  @Test
  void link() {
    Media link = media(Media.Type.LINK, url("https://shop.example/"), null, "Shop");
    unchanged(VIBER, link);
    for (Capabilities target : List.of(TELEGRAM, INSTAGRAM, TEXT_ONLY)) {
      becomes(target, link, new Text("Shop: https://shop.example/"));
    }
  }

  @Test
  void mediaOfUnknownTypeGoesOnlyWhereAnyTypeIsTaken() {
    Media unknown = media(Media.Type.IMAGE, STORED, null, null);
    becomes(TELEGRAM, unknown, unknown.as(Media.Type.FILE));
    becomes(INSTAGRAM, unknown, new Text("image"));
  }

  @Test
  void caption() {
    Media jpeg = media(Media.Type.IMAGE, PICTURE, "image/jpeg", null);
    Media captioned = jpeg.withCaption("What it shows");
    unchanged(TELEGRAM, captioned);
    unchanged(VIBER, captioned);
    becomes(INSTAGRAM, captioned, jpeg, new Text("What it shows"));
    becomes(TEXT_ONLY, captioned, new Text(PICTURE_URL + "\nWhat it shows"));

    String words = "word ".repeat(120);
    unchanged(TELEGRAM, jpeg.withCaption(words));
    becomes(
        VIBER,
        jpeg.withCaption(words),
        jpeg.withCaption("word ".repeat(102)),
        new Text("word ".repeat(18)));
    becomes(INSTAGRAM, jpeg.withCaption(" "), jpeg);
  }

  @Test
  void choices() {
    Choices few = new Choices("Which?", List.of(Choice.of("Так", "yes"), Choice.of("Ні", "no")));
    unchanged(TELEGRAM, few);
    unchanged(VIBER, few);
    unchanged(INSTAGRAM, few);
    becomes(TEXT_ONLY, few, new Text("Which?\n1. Так\n2. Ні"));
  }

  @Test
  void choicesBeyondALimitBecomeNumberedText() {
    List<Choice> thirteen =
        IntStream.rangeClosed(1, 13).mapToObj(i -> Choice.of("No " + i)).toList();
    unchanged(INSTAGRAM, new Choices("Which?", thirteen));
    StringBuilder numbered = new StringBuilder("Which?");
    IntStream.rangeClosed(1, 13).forEach(i -> numbered.append("\n" + i + ". No " + i));
    becomes(VIBER, new Choices("Which?", thirteen), new Text(numbered.toString()));

    Choices longLabel = new Choices("?", List.of(Choice.of("a label of 21 letters", "p")));
    unchanged(VIBER, longLabel);
    becomes(INSTAGRAM, longLabel, new Text("?\n1. a label of 21 letters"));

    Choices longPayload = new Choices("?", List.of(Choice.of("Yes", "ї".repeat(33))));
    unchanged(INSTAGRAM, longPayload);
    becomes(TELEGRAM, longPayload, new Text("?\n1. Yes"));
  }

  @Test
  void theLastPieceOfALongQuestionKeepsTheButtons() {
    List<Choice> yes = List.of(Choice.of("Yes"));
    becomes(
        INSTAGRAM,
        new Choices("word ".repeat(200) + "Well?", yes),
        new Text("word ".repeat(200)),
        new Choices("Well?", yes));
  }

  @Test
  void buttonsWithoutATextAreIntroducedByTheirLabels() {
    List<Choice> options = List.of(Choice.of("Так"), Choice.of("Ні"));
    becomes(TELEGRAM, new Choices("", options), new Choices("Так / Ні", options));
    becomes(TEXT_ONLY, new Choices("", options), new Text("1. Так\n2. Ні"));
  }

  @Test
  void card() {
    Card card =
        new Card(
            "Phone",
            "Black",
            PICTURE,
            new CardAction.Link(null, "https://shop.example/1"),
            List.of(
                new CardAction.Link("More", "https://shop.example/2"),
                new CardAction.Postback("Buy", "buy-1")));
    unchanged(VIBER, card);
    unchanged(INSTAGRAM, card);
    String text = "Phone\nBlack\nMore: https://shop.example/2\nhttps://shop.example/1";
    becomes(
        TELEGRAM,
        card,
        media(Media.Type.IMAGE, PICTURE, "image/jpeg", null),
        new Choices(text, List.of(Choice.of("Buy", "buy-1"))));
    becomes(TEXT_ONLY, card, new Text(PICTURE_URL + "\n" + text + "\n1. Buy"));
  }

  @Test
  void cardWithoutButtons() {
    becomes(
        TELEGRAM,
        new Card("Phone", "Black", PICTURE, null, List.of()),
        media(Media.Type.IMAGE, PICTURE, "image/jpeg", null).withCaption("Phone\nBlack"));
    becomes(TELEGRAM, new Card("Phone", null, null, null, List.of()), new Text("Phone"));
  }

  @Test
  void carousel() {
    Card first = new Card("A", null, PICTURE, null, List.of(new CardAction.Postback("Buy", "a")));
    Card second = new Card("B", null, PICTURE, null, List.of(new CardAction.Postback("Buy", "b")));
    Carousel carousel = new Carousel(List.of(first, second));
    Media picture = media(Media.Type.IMAGE, PICTURE, "image/jpeg", null);
    unchanged(VIBER, carousel);
    unchanged(INSTAGRAM, carousel);
    becomes(
        TELEGRAM,
        carousel,
        picture,
        new Choices("A", List.of(Choice.of("Buy", "a"))),
        picture,
        new Choices("B", List.of(Choice.of("Buy", "b"))));
    becomes(
        TEXT_ONLY,
        carousel,
        new Text(PICTURE_URL + "\nA\n1. Buy"),
        new Text(PICTURE_URL + "\nB\n1. Buy"));
    becomes(Capabilities.builder(chars(100)).shows(PartKind.CARD).build(), carousel, first, second);
  }

  @Test
  void template() {
    Template template = new Template("t", "uk", "Head", "Body", "Foot", Map.of("1", "x"));
    for (Capabilities target : List.of(TELEGRAM, VIBER, INSTAGRAM, TEXT_ONLY)) {
      becomes(target, template, new Text("Head\n\nBody\n\nFoot"));
    }
    unchanged(Capabilities.builder(chars(9)).shows(PartKind.TEMPLATE).build(), template);
  }

  @Test
  void datePicker() {
    DatePicker picker =
        new DatePicker(
            "When?",
            "We call you",
            List.of(new TimeSlot(Instant.parse("2026-11-22T14:00:00Z"), null)));
    Choices buttons =
        new Choices(
            "When?\nWe call you",
            List.of(Choice.of("2026-11-22 14:00 UTC", "2026-11-22T14:00:00Z")));
    becomes(TELEGRAM, picker, buttons);
    becomes(VIBER, picker, buttons);
    becomes(INSTAGRAM, picker, buttons);
    becomes(TEXT_ONLY, picker, new Text("When?\nWe call you\n1. 2026-11-22 14:00 UTC"));
    becomes(TELEGRAM, new DatePicker("When?", null, List.of()), new Text("When?"));
    becomes(TELEGRAM, new DatePicker(null, null, List.of()));
  }

  @Test
  void location() {
    Location location = new Location(50.45, 30.5, "Office", "Khreshchatyk 1");
    unchanged(TELEGRAM, location);
    unchanged(VIBER, location);
    Text text = new Text("Office\nKhreshchatyk 1\nhttps://maps.google.com/?q=50.45,30.5");
    becomes(INSTAGRAM, location, text);
    becomes(TEXT_ONLY, location, text);
    becomes(
        TEXT_ONLY,
        new Location(0.00001, -0.0, null, null),
        new Text("https://maps.google.com/?q=0.000010,0.0"));
  }

  @Test
  void contact() {
    Contact contact = new Contact("Olena", "+380000000000", "BEGIN:VCARD", false);
    unchanged(TELEGRAM, contact);
    unchanged(VIBER, contact);
    becomes(INSTAGRAM, contact, new Text("Olena: +380000000000"));
    becomes(TEXT_ONLY, contact, new Text("Olena: +380000000000"));
    becomes(TEXT_ONLY, new Contact("", "+380000000000", null, false), new Text("+380000000000"));
  }

  @Test
  void selectionAndOpaque() {
    for (Capabilities target : List.of(TELEGRAM, VIBER, INSTAGRAM, TEXT_ONLY)) {
      becomes(target, new Selection(Selection.Source.CARD, "Buy", "buy-1", null), new Text("Buy"));
      becomes(target, new Opaque("dice", "🎲 5", "{}"), new Text("🎲 5"));
    }
  }

  @Test
  void theCallerMayGiveTheLink() {
    Media zip = media(Media.Type.FILE, STORED, "application/zip", "all.zip");
    Rendered rendered =
        Renderer.render(
            List.of(zip), TEXT_ONLY, media -> Optional.of(URI.create("https://signed.example/z")));
    assertEquals(List.of(new Text("all.zip: https://signed.example/z")), rendered.parts());
  }

  @Test
  void nothingComesOfNothing() {
    assertEquals(new Rendered(List.of(), List.of()), Renderer.render(List.of(), TELEGRAM));
  }

  @Test
  void aPartIsIllegalAsSoonAsItBreaksOneLimit() {
    Media jpeg = media(Media.Type.IMAGE, PICTURE, "image/jpeg", null);
    assertTrue(Renderer.isLegal(new Text("a".repeat(4096)), TELEGRAM));
    assertFalse(Renderer.isLegal(new Text("a".repeat(4097)), TELEGRAM));
    assertFalse(Renderer.isLegal(new Text("\u00a0 \n"), TELEGRAM));
    assertTrue(Renderer.isLegal(sized(jpeg, 10_000_000), TELEGRAM));
    assertFalse(Renderer.isLegal(sized(jpeg, 10_000_001), TELEGRAM));
    assertTrue(Renderer.isLegal(jpeg.withCaption("a".repeat(1024)), TELEGRAM));
    assertFalse(Renderer.isLegal(jpeg.withCaption("a".repeat(1025)), TELEGRAM));
    assertFalse(Renderer.isLegal(jpeg.withCaption(""), INSTAGRAM));
    assertFalse(Renderer.isLegal(new Choices(" ", List.of(Choice.of("Yes"))), TELEGRAM));
    assertFalse(Renderer.isLegal(new Selection(Selection.Source.CARD, "a", "b", null), TELEGRAM));
  }

  private static void unchanged(Capabilities target, Part part) {
    assertEquals(new Rendered(List.of(part), List.of()), Renderer.render(List.of(part), target));
  }

  private static void becomes(Capabilities target, Part part, Part... expected) {
    Rendered rendered = Renderer.render(List.of(part), target);
    assertEquals(List.of(expected), rendered.parts());
    assertFalse(rendered.losses().isEmpty(), "a change must be reported");
    assertEquals(part.kind(), rendered.losses().get(0).kind());
  }
}
