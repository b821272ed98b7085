// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

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
import io.botflow.connector.message.Profile;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.annotation.Nullable;

/**
 * Brings what customers do into the form of a message, as far as the policy wants it. The signs
 * need no translation.
 */
public final class InboundForms {
  /** The type of an {@link Opaque} that is a story. */
  private static final String STORY_TYPE = "story";

  private static final String EDITED = "✏️ ";
  private static final String DELETED = "🗑️";
  private static final String QUOTE = "↩️ ";
  private static final String STICKER = "🖼️";
  private static final String PLACE = "📍";
  private static final String PERSON = "👤";
  private static final String VOICE = "🎤";
  private static final String ROUND_VIDEO = "📹";
  private static final String STORY = "📖";
  private static final String SHARED_LINK = "🔗";
  private static final String STARTED = "▶️";
  private static final String STOPPED = "🚫";

  private final InboundPolicy policy;
  private final List<String> losses = new ArrayList<>();

  private InboundForms(InboundPolicy policy) {
    this.policy = policy;
  }

  /**
   * A message, if there is anything to carry.
   *
   * @param message the message, or null when there is nothing
   * @param sender what is known of the customer, or null
   * @param losses what the policy left out
   */
  public record Form(@Nullable Message message, @Nullable Profile sender, List<String> losses) {
    /** {@inheritDoc} */
    public Form {
      losses = List.copyOf(losses);
    }
  }

  /**
   * Brings an update into the form of a message.
   *
   * @param update the update
   * @param policy what is carried, and how
   * @return the form
   */
  public static Form of(Update update, InboundPolicy policy) {
    InboundForms forms = new InboundForms(policy);
    Message message = forms.message(update);
    return new Form(message, sender(update), forms.losses);
  }

  /**
   * The same update without what it quotes.
   *
   * @param received a message
   * @return the message, as if it answered nothing
   */
  public static Update.Received unquoted(Update.Received received) {
    Message message = received.message();
    Map<String, String> raw = new TreeMap<>(message.attributes());
    raw.remove(Message.QUOTED_TEXT);
    return new Update.Received(
        received.id(),
        new Message(
            message.id(),
            message.peer(),
            message.sentAt(),
            message.parts(),
            null,
            raw,
            message.albumId()),
        received.sender());
  }

  private static @Nullable Profile sender(Update update) {
    if (update instanceof Update.Received received) {
      return received.sender();
    }
    return update instanceof Update.Started started ? started.sender() : null;
  }

  private @Nullable Message message(Update update) {
    if (update instanceof Update.Received received) {
      return shaped(received.message());
    }
    if (update instanceof Update.Edited edited) {
      return edited(edited);
    }
    if (update instanceof Update.Deleted deleted) {
      return sign(
          InboundKind.DELETION,
          deleted,
          deleted.at(),
          DELETED,
          Map.of("deleted", deleted.messageId()));
    }
    if (update instanceof Update.Reacted reacted) {
      return reacted(reacted);
    }
    if (update instanceof Update.Started started) {
      return started(started);
    }
    if (update instanceof Update.Stopped stopped) {
      return sign(InboundKind.STOP, stopped, stopped.at(), STOPPED, Map.of("stopped", "true"));
    }
    losses.add("not carried: " + update.getClass().getSimpleName());
    return null;
  }

  /** Genesys Cloud knows no edits: the new version goes as a message that shows what it is. */
  private @Nullable Message edited(Update.Edited edited) {
    Message message = edited.message();
    return switch (policy.of(InboundKind.EDIT)) {
      case SEND -> {
        Message shaped = shaped(message);
        yield shaped == null ? null : with(begun(EDITED, shaped), Map.of("edited", message.id()));
      }
      case NOTE -> note(edited, message.sentAt(), EDITED.strip(), Map.of("edited", message.id()));
      case DROP -> dropped(InboundKind.EDIT);
    };
  }

  private @Nullable Message reacted(Update.Reacted reacted) {
    String emoji = reacted.emoji();
    Map<String, String> raw = new TreeMap<>(Map.of("reaction.to", reacted.messageId()));
    raw.put("reaction.emoji", emoji == null ? "" : emoji);
    return sign(InboundKind.REACTION, reacted, reacted.at(), emoji == null ? "↩️ 👍" : emoji, raw);
  }

  private @Nullable Message started(Update.Started started) {
    String reference = started.reference();
    Map<String, String> raw = reference == null ? Map.of() : Map.of("entry.ref", reference);
    String text =
        policy.of(InboundKind.START) == Carriage.SEND && reference != null
            ? "/start " + reference
            : STARTED;
    return sign(InboundKind.START, started, started.at(), text, raw);
  }

  private @Nullable Message sign(
      InboundKind kind, Update update, Instant at, String text, Map<String, String> raw) {
    return policy.of(kind) == Carriage.DROP ? dropped(kind) : note(update, at, text, raw);
  }

  private static Message note(Update update, Instant at, String text, Map<String, String> raw) {
    Peer peer = update.peer();
    return new Message("update:" + update.id(), peer, at, List.of(new Text(text)), null, raw);
  }

  private @Nullable Message dropped(InboundKind kind) {
    losses.add("not carried: " + kind);
    return null;
  }

  private @Nullable Message shaped(Message message) {
    Map<String, String> raw = new TreeMap<>(message.attributes());
    List<Part> parts = new ArrayList<>();
    String entry = message.attributes().get(Message.ENTRY_REFERENCE);
    message.parts().forEach(part -> shaped(part, entry, raw).ifPresent(parts::add));
    if (parts.isEmpty()) {
      return null;
    }
    Message shaped =
        new Message(message.id(), message.peer(), message.sentAt(), parts, message.replyTo(), raw);
    return quoting(shaped);
  }

  private Optional<Part> shaped(Part part, @Nullable String entry, Map<String, String> raw) {
    if (part instanceof Media media) {
      return media(media, raw);
    }
    if (part instanceof Text && entry != null) {
      return as(InboundKind.DEEP_LINK, part, STARTED, () -> {});
    }
    if (part instanceof Opaque opaque && opaque.type().equals(STORY_TYPE)) {
      return as(InboundKind.STORY, part, STORY, () -> raw.put("story", "true"));
    }
    if (part instanceof Location location) {
      return as(
          InboundKind.LOCATION,
          part,
          PLACE,
          () -> {
            raw.put("geo.lat", Double.toString(location.latitude()));
            raw.put("geo.lon", Double.toString(location.longitude()));
          });
    }
    if (part instanceof Contact contact) {
      return as(
          contact.own() ? InboundKind.OWN_NUMBER : InboundKind.CONTACT,
          part,
          PERSON,
          () -> {
            String phone = contact.phoneNumber();
            if (phone != null) {
              raw.put(contact.own() ? "phone" : "contact.phone", phone);
            }
          });
    }
    return Optional.of(part);
  }

  private Optional<Part> media(Media media, Map<String, String> raw) {
    if (raw.containsKey(Message.ROUND_VIDEO) && media.type() == Media.Type.VIDEO) {
      return as(InboundKind.ROUND_VIDEO, media, ROUND_VIDEO, () -> {});
    }
    return switch (media.type()) {
      case VOICE -> as(InboundKind.VOICE, media, VOICE, () -> raw.put("voice", "true"));
      case STICKER -> as(InboundKind.STICKER, media, STICKER, () -> raw.put("sticker", "true"));
      case LINK ->
          as(
              InboundKind.SHARED_LINK,
              media,
              SHARED_LINK,
              () -> {
                if (media.source() instanceof MediaSource.Url link) {
                  raw.put("link", link.url().toString());
                }
              });
      default -> Optional.of(media);
    };
  }

  private Optional<Part> as(InboundKind kind, Part part, String sign, Runnable noting) {
    Carriage carriage = policy.of(kind);
    if (carriage == Carriage.DROP) {
      dropped(kind);
      return Optional.empty();
    }
    noting.run();
    return Optional.of(carriage == Carriage.SEND ? part : new Text(sign));
  }

  private Message quoting(Message message) {
    String earlier = message.replyTo();
    Carriage carriage = policy.of(InboundKind.QUOTE);
    Map<String, String> raw = new TreeMap<>(message.attributes());
    String words = raw.remove(Message.QUOTED_TEXT);
    if (earlier == null && words == null) {
      return message;
    }
    if (carriage == Carriage.DROP) {
      dropped(InboundKind.QUOTE);
      return with(message, raw, message.parts());
    }
    if (earlier != null) {
      raw.put("reply.to", earlier);
    }
    if (words != null) {
      raw.put("reply.text", words);
    }
    Message quoting = with(message, raw, message.parts());
    return carriage == Carriage.SEND && words != null
        ? begun(QUOTE + words + "\n", quoting)
        : quoting;
  }

  /** The message with something before its first words, or before its media. */
  private static Message begun(String beginning, Message message) {
    List<Part> parts = new ArrayList<>(message.parts());
    if (parts.get(0) instanceof Text text) {
      // A block of code is one only at the beginning of a line.
      String sign = text.text().startsWith("```") ? beginning.strip() + "\n" : beginning;
      parts.set(0, new Text(sign + text.text()));
    } else {
      parts.add(0, new Text(beginning.strip()));
    }
    return message.withParts(parts);
  }

  private static Message with(Message message, Map<String, String> more) {
    Map<String, String> raw = new TreeMap<>(message.attributes());
    raw.putAll(more);
    return with(message, raw, message.parts());
  }

  private static Message with(Message message, Map<String, String> raw, List<Part> parts) {
    return new Message(
        message.id(), message.peer(), message.sentAt(), parts, message.replyTo(), raw);
  }
}
