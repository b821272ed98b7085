// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector;

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
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Profile;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Template;
import io.botflow.connector.message.Text;
import io.botflow.connector.message.TimeSlot;
import io.botflow.connector.messenger.FailureReason;
import io.botflow.connector.messenger.Update;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values of each kind of the model; every text that is a customer's contains {@link #SECRET}. */
public final class Samples {
  public static final String SECRET = "Таємниця";
  public static final Instant AT = Instant.parse("2026-11-22T14:00:00Z");
  public static final Peer PEER = new Peer("telegram", "bot-1", SECRET + "-user");
  public static final MediaSource URL = url("https://files.example/" + "photo.jpg");
  public static final MediaSource STORED = new MediaSource.Stored("key-1");

  private Samples() {}

  public static MediaSource url(String url) {
    return new MediaSource.Url(URI.create(url));
  }

  public static Media media(Media.Type type, MediaSource source, String mimeType, String name) {
    return new Media(type, source, mimeType, name, null, null, null);
  }

  public static Media sized(Media media, long bytes) {
    return new Media(
        media.type(),
        media.source(),
        media.mimeType(),
        media.fileName(),
        bytes,
        media.caption(),
        media.sha256());
  }

  /** At least one part of each kind, with all optional fields and with none. */
  public static List<Part> parts() {
    Card card =
        new Card(
            SECRET,
            SECRET + " description",
            URL,
            new CardAction.Link(null, "https://shop.example/" + "1"),
            List.of(
                new CardAction.Link(SECRET, "https://shop.example/2"),
                new CardAction.Postback(SECRET, SECRET + "-payload")));
    List<Part> parts = new ArrayList<>();
    parts.add(new Text(SECRET));
    parts.add(new Text(""));
    for (Media.Type type : Media.Type.values()) {
      parts.add(Media.of(type, STORED));
    }
    parts.add(new Media(Media.Type.IMAGE, URL, "image/jpeg", SECRET + ".jpg", 42L, SECRET, "00ff"));
    parts.add(Media.of(Media.Type.VOICE, new MediaSource.MessengerFile("file-1")));
    parts.add(new Location(50.45, 30.5234, SECRET, SECRET));
    parts.add(new Location(-0.5, 0, null, null));
    parts.add(new Contact(SECRET, "+380000000000", "BEGIN:VCARD " + SECRET, true));
    parts.add(new Contact("", "+380000000000", null, false));
    parts.add(
        new Choices(
            SECRET,
            List.of(
                new Choice(SECRET, SECRET + "-payload", "https://files.example/i.png"),
                Choice.of(SECRET + " 2"))));
    parts.add(card);
    parts.add(new Card(SECRET, null, null, null, List.of()));
    parts.add(new Carousel(List.of(card, card)));
    parts.add(new Template("t-1", "uk", SECRET, SECRET, SECRET, Map.of("b", SECRET, "a", "1")));
    parts.add(new Template(null, null, null, SECRET, null, Map.of()));
    parts.add(
        new DatePicker(
            SECRET,
            SECRET,
            List.of(new TimeSlot(AT, Duration.ofMinutes(30)), new TimeSlot(AT, null))));
    parts.add(new DatePicker(null, null, List.of()));
    for (Selection.Source source : Selection.Source.values()) {
      parts.add(new Selection(source, SECRET, SECRET, "message-1"));
    }
    parts.add(new Opaque("dice", SECRET, "{\"dice\":\"" + SECRET + "\"}"));
    return parts;
  }

  public static Message message() {
    return new Message(
        "m-1", PEER, AT, parts(), "m-0", Map.of("entry.ref", SECRET, "a", "1", "b", "2"));
  }

  /** At least one update of each kind. */
  public static List<Update> updates() {
    Profile profile = new Profile(SECRET, SECRET, SECRET, "uk", "+380000000000");
    List<Update> updates = new ArrayList<>();
    updates.add(new Update.Received("u-1", message(), profile));
    updates.add(new Update.Received("u-2", message(), null));
    updates.add(new Update.Edited("u-3", message()));
    updates.add(
        new Update.Received(
            "u-14",
            Message.builder("m-2", PEER, AT).part(new Text("a")).albumId("album-1").build(),
            null));
    updates.add(new Update.Deleted("u-4", PEER, "m-1", AT));
    updates.add(new Update.Reacted("u-5", PEER, "m-1", "👍", AT));
    updates.add(new Update.Reacted("u-6", PEER, "m-1", null, AT));
    updates.add(new Update.Delivered("u-7", PEER, "m-1", AT));
    updates.add(new Update.Read("u-8", PEER, "m-1", AT));
    for (FailureReason reason : FailureReason.values()) {
      updates.add(new Update.Failed("u-9", PEER, "m-1", reason, "detail", AT));
    }
    updates.add(new Update.Typing("u-10", PEER, AT));
    updates.add(new Update.Started("u-11", PEER, profile, "campaign", AT));
    updates.add(new Update.Started("u-12", PEER, null, null, AT));
    updates.add(new Update.Stopped("u-13", PEER, AT));
    return updates;
  }
}
