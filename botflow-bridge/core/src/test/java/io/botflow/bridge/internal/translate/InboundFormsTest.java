// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.botflow.bridge.route.InboundKind;
import io.botflow.bridge.route.InboundPolicy;
import io.botflow.bridge.route.InboundPolicy.Carriage;
import io.botflow.connector.message.Contact;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Update;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class InboundFormsTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final Peer IVAN = new Peer("telegram", "1", "42");
  private static final Media STICKER =
      Media.of(Media.Type.STICKER, new MediaSource.Stored("sticker")).withCaption("😀");

  @Test
  void aTextIsLeftAlone() {
    Message message = Message.of("m", IVAN, AT, List.of(new Text("Привіт")));
    assertEquals(message, form(new Update.Received("u", message, null)).message());
  }

  @Test
  void aPlaceHasItsCoordinatesInTheMetadata() {
    Message place = carried(received(new Location(50.45, 30.52, "Київ", null)));
    assertEquals(Map.of("geo.lat", "50.45", "geo.lon", "30.52"), place.attributes());
  }

  @Test
  void theCustomersOwnNumberIsToldFromThatOfSomebodyElse() {
    assertEquals(
        Map.of("phone", "+380501234567"),
        carried(received(new Contact("Іван", "+380501234567", null, true))).attributes());
    assertEquals(
        Map.of("contact.phone", "+380501234567"),
        carried(received(new Contact("Олена", "+380501234567", null, false))).attributes());
  }

  @Test
  void aVoiceNoteIsMarked() {
    Media voice = Media.of(Media.Type.VOICE, new MediaSource.Stored("v"));
    assertEquals(Map.of("voice", "true"), carried(received(voice)).attributes());
  }

  @Test
  void anEditShowsWhatItIsAndNamesTheMessage() {
    Message edited = carried(edited(new Text("виправлено")));
    assertEquals(List.of(new Text("✏️ виправлено")), edited.parts());
    assertEquals("m", edited.attributes().get("edited"));
    assertEquals(List.of(new Text("✏️"), STICKER), carried(edited(STICKER)).parts());
  }

  @Test
  void theSignOfAnEditLeavesABlockOfCodeItsLine() {
    assertEquals(
        List.of(new Text("✏️\n```\nа = 1\n```")),
        carried(edited(new Text("```\nа = 1\n```"))).parts());
  }

  @Test
  void aReactionIsItsSign() {
    Message reaction = carried(new Update.Reacted("u", IVAN, "m-7", "👍", AT));
    assertEquals(List.of(new Text("👍")), reaction.parts());
    assertEquals(Map.of("reaction.to", "m-7", "reaction.emoji", "👍"), reaction.attributes());
  }

  @Test
  void aQuoteIsMetadataUnlessItsWordsAreWanted() {
    Message answer =
        new Message(
            "m", IVAN, AT, List.of(new Text("так")), "m-7", Map.of("quote.text", "Ви ще тут?"));
    Update update = new Update.Received("u", answer, null);

    Message noted = carried(update);
    assertEquals(List.of(new Text("так")), noted.parts());
    assertEquals(Map.of("reply.to", "m-7", "reply.text", "Ви ще тут?"), noted.attributes());
    Message sent = carried(update, InboundPolicy.DEFAULT.with(InboundKind.QUOTE, Carriage.SEND));
    assertEquals(List.of(new Text("↩️ Ви ще тут?\nтак")), sent.parts());
    InboundForms.Form dropped =
        InboundForms.of(update, InboundPolicy.DEFAULT.with(InboundKind.QUOTE, Carriage.DROP));
    assertEquals(Map.of(), Objects.requireNonNull(dropped.message()).attributes());
    assertEquals(List.of("not carried: QUOTE"), dropped.losses());
  }

  /** Who presses start has written: unlike a start without a message, it is not dropped. */
  @Test
  void aPressedDeepLinkIsSentUnlessItIsNotWanted() {
    Message pressed = carried(update(InboundKind.DEEP_LINK));
    assertEquals(List.of(new Text("/start promo-7")), pressed.parts());
    assertEquals("promo-7", pressed.attributes().get("entry.ref"));
  }

  @Test
  void aDeepLinkIsSentIfWanted() {
    Update update = new Update.Started("u", IVAN, null, "promo-7", AT);
    Message sent = carried(update, InboundPolicy.DEFAULT.with(InboundKind.START, Carriage.SEND));
    assertEquals(List.of(new Text("/start promo-7")), sent.parts());
    assertEquals(Map.of("entry.ref", "promo-7"), sent.attributes());
  }

  @ParameterizedTest
  @EnumSource(InboundKind.class)
  void whatIsDroppedIsListed(InboundKind kind) {
    InboundForms.Form form =
        InboundForms.of(update(kind), InboundPolicy.DEFAULT.with(kind, Carriage.DROP));
    assertEquals(List.of("not carried: " + kind), form.losses());
    if (kind != InboundKind.QUOTE) {
      assertNull(form.message());
    }
  }

  @ParameterizedTest
  @EnumSource(InboundKind.class)
  void whatIsSentOrNotedIsAMessageAndNothingIsLost(InboundKind kind) {
    for (Carriage carriage : List.of(Carriage.SEND, Carriage.NOTE)) {
      InboundForms.Form form =
          InboundForms.of(update(kind), InboundPolicy.DEFAULT.with(kind, carriage));
      assertNotNull(form.message(), carriage::name);
      assertEquals(List.of(), form.losses());
    }
  }

  @ParameterizedTest
  @MethodSource
  void aNoteCarriesNoContent(InboundKind kind, String text) {
    Message note = carried(update(kind), InboundPolicy.DEFAULT.with(kind, Carriage.NOTE));
    assertEquals(List.of(new Text(text)), note.parts());
    assertFalse(note.attributes().isEmpty());
  }

  static Stream<Arguments> aNoteCarriesNoContent() {
    return Stream.of(
        Arguments.of(InboundKind.STICKER, "🖼️"),
        Arguments.of(InboundKind.LOCATION, "📍"),
        Arguments.of(InboundKind.CONTACT, "👤"),
        Arguments.of(InboundKind.OWN_NUMBER, "👤"),
        Arguments.of(InboundKind.VOICE, "🎤"),
        Arguments.of(InboundKind.ROUND_VIDEO, "📹"),
        Arguments.of(InboundKind.STORY, "📖"),
        Arguments.of(InboundKind.SHARED_LINK, "🔗"),
        Arguments.of(InboundKind.DEEP_LINK, "▶️"),
        Arguments.of(InboundKind.EDIT, "✏️"),
        Arguments.of(InboundKind.DELETION, "🗑️"),
        Arguments.of(InboundKind.STOP, "🚫"));
  }

  private static Update update(InboundKind kind) {
    return switch (kind) {
      case STICKER -> received(STICKER);
      case LOCATION -> received(new Location(50.45, 30.52, null, null));
      case CONTACT -> received(new Contact("Олена", "+380501234567", null, false));
      case OWN_NUMBER -> received(new Contact("Іван", "+380501234567", null, true));
      case VOICE -> received(Media.of(Media.Type.VOICE, new MediaSource.Stored("v")));
      case ROUND_VIDEO ->
          received(
              Media.of(Media.Type.VIDEO, new MediaSource.Stored("r")),
              Map.of(Message.ROUND_VIDEO, "true"));
      case STORY -> received(new Opaque("story", "[story] https://t.me/cafe/s/7", null));
      case SHARED_LINK ->
          received(
              Media.of(Media.Type.LINK, new MediaSource.Url(URI.create("https://shop.example/7"))));
      case DEEP_LINK ->
          received(new Text("/start promo-7"), Map.of(Message.ENTRY_REFERENCE, "promo-7"));
      case QUOTE ->
          new Update.Received(
              "u", new Message("m", IVAN, AT, List.of(new Text("так")), "m-7", Map.of()), null);
      case REACTION -> new Update.Reacted("u", IVAN, "m-7", "👍", AT);
      case EDIT -> edited(new Text("виправлено"));
      case DELETION -> new Update.Deleted("u", IVAN, "m-7", AT);
      case START -> new Update.Started("u", IVAN, null, "promo", AT);
      case STOP -> new Update.Stopped("u", IVAN, AT);
    };
  }

  private static Update received(Part part) {
    return new Update.Received("u", Message.of("m", IVAN, AT, List.of(part)), null);
  }

  private static Update received(Part part, Map<String, String> attributes) {
    return new Update.Received(
        "u", new Message("m", IVAN, AT, List.of(part), null, attributes), null);
  }

  private static Update edited(Part part) {
    return new Update.Edited("u", Message.of("m", IVAN, AT, List.of(part)));
  }

  private static InboundForms.Form form(Update update) {
    return InboundForms.of(update, InboundPolicy.DEFAULT);
  }

  private static Message carried(Update update) {
    return carried(update, InboundPolicy.DEFAULT);
  }

  private static Message carried(Update update, InboundPolicy policy) {
    @Nullable Message message = InboundForms.of(update, policy).message();
    return Objects.requireNonNull(message);
  }
}
