// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javax.annotation.Nullable;

/**
 * Something that a customer can send: a file, a place, a poll…, with a caption, as a forward or as
 * a quote. Immutable.
 *
 * <pre>{@code
 * ivan.send(TelegramContent.videoNote(mp4));
 * ivan.send(TelegramContent.photo(jpeg).caption("Ось").forwardedFrom("Ольга"));
 * ivan.sendAlbum(List.of(TelegramContent.photo(jpeg), TelegramContent.video(mp4)));
 * }</pre>
 */
public final class TelegramContent {
  private final Function<Uplink, ObjectNode> content;
  private final ObjectNode beside;

  private TelegramContent(Function<Uplink, ObjectNode> content, ObjectNode beside) {
    this.content = content;
    this.beside = beside;
  }

  private static TelegramContent json(String kind, ObjectNode object) {
    ObjectNode content = Json.object();
    content.set(kind, object);
    return new TelegramContent(uplink -> content.deepCopy(), Json.object());
  }

  private static TelegramContent file(
      String kind, @Nullable String name, String mimeType, byte[] bytes, ObjectNode further) {
    byte[] copy = bytes.clone();
    return new TelegramContent(
        uplink -> {
          TelegramFile file =
              uplink.files().keep(kind, name, MediaTypes.of(mimeType, name, copy), copy);
          ObjectNode content = uplink.objects().content(kind, file, "");
          if (!further.isEmpty()) {
            content.withObject("/" + kind).setAll(further.deepCopy());
          }
          return content;
        },
        Json.object());
  }

  /**
   * A picture.
   *
   * @param image its bytes
   * @return the content
   */
  public static TelegramContent photo(byte[] image) {
    return file("photo", null, "", image, Json.object());
  }

  /**
   * A film.
   *
   * @param mp4 its bytes
   * @return the content
   */
  public static TelegramContent video(byte[] mp4) {
    return file("video", "video.mp4", "video/mp4", mp4, Json.object());
  }

  /**
   * A film without sound that repeats itself, which Telegram makes of GIFs.
   *
   * @param mp4 its bytes
   * @return the content
   */
  public static TelegramContent animation(byte[] mp4) {
    return file("animation", "giphy.mp4", "video/mp4", mp4, Json.object());
  }

  /**
   * A round film.
   *
   * @param mp4 its bytes
   * @return the content
   */
  public static TelegramContent videoNote(byte[] mp4) {
    return file("video_note", null, "video/mp4", mp4, Json.object());
  }

  /**
   * A piece of music.
   *
   * @param fileName its name
   * @param mimeType its media type
   * @param sound its bytes
   * @return the content
   */
  public static TelegramContent audio(String fileName, String mimeType, byte[] sound) {
    return file("audio", fileName, mimeType, sound, Json.object());
  }

  /**
   * A voice message.
   *
   * @param ogg the recording, Ogg with Opus
   * @return the content
   */
  public static TelegramContent voice(byte[] ogg) {
    return file("voice", null, "audio/ogg", ogg, Json.object());
  }

  /**
   * A file.
   *
   * @param fileName its name
   * @param mimeType its media type
   * @param bytes its bytes
   * @return the content
   */
  public static TelegramContent document(String fileName, String mimeType, byte[] bytes) {
    return file("document", fileName, mimeType, bytes, Json.object());
  }

  /**
   * A sticker.
   *
   * @param format {@code static} (WebP), {@code animated} (TGS) or {@code video} (WebM)
   * @param bytes its bytes
   * @param thumbnail a still picture of it, or null for none
   * @param emoji what it stands for
   * @return the content
   */
  public static TelegramContent sticker(
      String format, byte[] bytes, @Nullable byte[] thumbnail, String emoji) {
    ObjectNode further =
        Json.object()
            .put("is_animated", format.equals("animated"))
            .put("is_video", format.equals("video"))
            .put("emoji", emoji)
            .put("set_name", "Simulated");
    TelegramContent sticker = file("sticker", null, stickerType(format), bytes, further);
    if (thumbnail == null) {
      return sticker;
    }
    byte[] still = thumbnail.clone();
    return new TelegramContent(
        uplink -> {
          ObjectNode content = sticker.content.apply(uplink);
          TelegramFile file = uplink.files().keep("sticker", null, "image/webp", still);
          content
              .withObject("/sticker/thumbnail")
              .put("file_id", file.id())
              .put("file_unique_id", file.uniqueId())
              .put("file_size", file.size())
              .put("width", 128)
              .put("height", 128);
          return content;
        },
        Json.object());
  }

  private static String stickerType(String format) {
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "static" -> "image/webp";
      case "animated" -> "application/x-tgsticker";
      case "video" -> "video/webm";
      default -> throw new IllegalArgumentException("format: " + format);
    };
  }

  /**
   * A place with a name.
   *
   * @param latitude degrees, -90 to 90
   * @param longitude degrees, -180 to 180
   * @param title its name
   * @param address its address
   * @return the content
   */
  public static TelegramContent venue(
      double latitude, double longitude, String title, String address) {
    ObjectNode place = Json.object().put("latitude", latitude).put("longitude", longitude);
    ObjectNode venue = Json.object();
    venue.set("location", place);
    TelegramContent content = json("venue", venue.put("title", title).put("address", address));
    content.beside.set("location", place.deepCopy());
    return content;
  }

  /**
   * A dice, which Telegram has thrown.
   *
   * @param value 1 to 6
   * @return the content
   */
  public static TelegramContent dice(int value) {
    return json("dice", Json.object().put("emoji", "🎲").put("value", value));
  }

  /**
   * A poll.
   *
   * @param question what is asked
   * @param options the answers
   * @return the content
   */
  public static TelegramContent poll(String question, List<String> options) {
    ObjectNode poll =
        Json.object()
            .put("id", "1")
            .put("question", question)
            .put("total_voter_count", 0)
            .put("is_closed", false)
            .put("is_anonymous", true)
            .put("type", "regular")
            .put("allows_multiple_answers", false);
    ArrayNode all = poll.putArray("options");
    options.forEach(option -> all.addObject().put("text", option).put("voter_count", 0));
    return json("poll", poll);
  }

  /**
   * Any other content, as Telegram writes it.
   *
   * @param kind the field's name, for example {@code story} or {@code web_app_data}
   * @param object what is under it
   * @return the content
   */
  public static TelegramContent of(String kind, ObjectNode object) {
    return json(Objects.requireNonNull(kind, "kind"), object.deepCopy());
  }

  /**
   * The same with a caption.
   *
   * @param caption the caption
   * @return a copy
   */
  public TelegramContent caption(String caption) {
    return with(Json.object().put("caption", caption));
  }

  /**
   * The same, forwarded from someone who hides their account.
   *
   * @param name the name shown
   * @return a copy
   */
  public TelegramContent forwardedFrom(String name) {
    ObjectNode further = Json.object();
    further
        .putObject("forward_origin")
        .put("type", "hidden_user")
        .put("date", 1_700_000_000)
        .put("sender_user_name", name);
    return with(further);
  }

  /**
   * The same with a passage quoted; combine it with a reply.
   *
   * @param passage the passage
   * @return a copy
   */
  public TelegramContent quoting(String passage) {
    ObjectNode further = Json.object();
    further.putObject("quote").put("text", passage).put("position", 0).put("is_manual", true);
    return with(further);
  }

  /**
   * The same as a reply.
   *
   * @param message the message replied to, as the bot got it
   * @return a copy
   */
  TelegramContent replyingTo(ObjectNode message) {
    ObjectNode further = Json.object();
    further.set("reply_to_message", message.without("reply_to_message"));
    return with(further);
  }

  /** The same as one of an album. */
  TelegramContent inAlbum(String group) {
    return with(Json.object().put("media_group_id", group));
  }

  private TelegramContent with(ObjectNode further) {
    ObjectNode all = beside.deepCopy();
    all.setAll(further);
    return new TelegramContent(content, all);
  }

  /** The fields of the message; the files are then Telegram's. */
  ObjectNode json(Uplink uplink) {
    ObjectNode json = content.apply(uplink);
    json.setAll(beside.deepCopy());
    return json;
  }
}
