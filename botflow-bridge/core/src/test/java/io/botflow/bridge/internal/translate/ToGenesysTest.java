// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Profile;
import io.botflow.connector.message.Text;
import io.botflow.genesys.openmessaging.InboundMessage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToGenesysTest {
  private static final Peer PEER = new Peer("telegram", "123", "42");
  private static final Instant AT = Instant.parse("2026-01-31T12:00:00.123Z");

  @Test
  void aTextCarriesIdTimeAndCustomer() {
    InboundMessage message = only(translate(new Text("Привіт")));

    assertEquals("Привіт", message.text());
    assertEquals("key", message.channel().messageId());
    assertEquals(AT, message.channel().time());
    assertEquals("42", message.channel().from().id());
    assertEquals("Іван", message.channel().from().firstName());
  }

  @Test
  void aCaptionGoesWithItsAttachment() {
    InboundMessage message = only(translate(picture("1").withCaption("look")));

    assertEquals("look", message.text());
    assertEquals("https://media.example/1", message.content().get(0).attachment().url());
  }

  @Test
  void severalAttachmentsBecomeSeveralMessagesAndTheTextGoesWithTheLast() {
    List<InboundMessage> messages =
        all(translate(new Text("three"), picture("1"), picture("2"), picture("3")));

    assertEquals(
        List.of("key", "key.1", "key.2"),
        messages.stream().map(m -> m.channel().messageId()).toList());
    assertEquals(
        List.of("https://media.example/1", "https://media.example/2", "https://media.example/3"),
        messages.stream().map(m -> m.content().get(0).attachment().url()).toList());
    assertEquals("three", messages.get(2).text());
    assertEquals(
        List.of(AT, AT.plusMillis(1), AT.plusMillis(2)),
        messages.stream().map(m -> m.channel().time()).toList());
  }

  @Test
  void eachMessageNamesItsFileAtTheAddressThatGenesysCloudGets() {
    List<ToGenesys.Single> messages = translate(new Text("one"), picture("1")).messages();

    assertEquals(1, messages.size());
    assertEquals(
        picture("1").at(new MediaSource.Url(URI.create("https://media.example/1"))),
        messages.get(0).file());
  }

  @Test
  void aLocationBecomesATextWithAMapLinkAndIsListed() {
    ToGenesys.Translated translated = translate(new Location(50.45, 30.52, "Київ", null));

    assertTrue(
        only(translated).text().contains("https://maps.google.com/?q=50.45,30.52"),
        only(translated).text());
    assertEquals(1, translated.losses().size());
  }

  @Test
  void aHugeTextIsSplitAndComplete() {
    String text = "слово ".repeat(50_000);
    List<InboundMessage> messages = all(translate(new Text(text)));

    assertTrue(messages.size() > 1);
    assertEquals(text, String.join("", messages.stream().map(InboundMessage::text).toList()));
  }

  @Test
  void whatIsTooLargeForGenesysCloudBecomesALink() {
    Media film =
        new Media(
            Media.Type.VIDEO,
            new MediaSource.Stored("f"),
            "video/mp4",
            "film.mp4",
            26L << 20,
            null,
            null);

    InboundMessage message = only(translate(film));

    assertTrue((message.text() + message.content()).contains("https://media.example/f"));
  }

  private static Media picture(String key) {
    return new Media(
        Media.Type.IMAGE, new MediaSource.Stored(key), "image/jpeg", key + ".jpg", 10L, null, "00");
  }

  private static ToGenesys.Translated translate(Part... parts) {
    return ToGenesys.translate(
        new Message("m", PEER, AT, List.of(parts), null, Map.of()),
        new Profile("Іван П.", "Іван", "П.", "uk", null),
        "key",
        media -> URI.create("https://media.example/" + ((MediaSource.Stored) media.source()).key()),
        1_900);
  }

  private static InboundMessage only(ToGenesys.Translated translated) {
    assertEquals(1, translated.messages().size());
    return all(translated).get(0);
  }

  private static List<InboundMessage> all(ToGenesys.Translated translated) {
    return translated.messages().stream().map(ToGenesys.Single::message).toList();
  }
}
