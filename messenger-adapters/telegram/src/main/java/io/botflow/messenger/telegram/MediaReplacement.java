// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.MediaContent;
import java.util.Set;

/**
 * A file that takes the place of another in a message; mirrors <a
 * href="https://core.telegram.org/bots/api#inputmedia">InputMedia</a>.
 */
record MediaReplacement(OutgoingFile file) {
  private static final String FIELD = "file0";
  private static final Set<String> KINDS =
      Set.of("photo", "video", "animation", "audio", "document");

  static MediaReplacement of(Media media, Capabilities capabilities) {
    if (media.type() != Media.Type.LINK) {
      OutgoingFile file = OutgoingFile.of(media, capabilities);
      if (KINDS.contains(file.kind())) {
        return new MediaReplacement(file);
      }
    }
    throw new IllegalArgumentException(
        "media must be a picture, film, sound or file, was " + media.type());
  }

  /** The parameter {@code media} for a file that Telegram can get by itself. */
  ObjectNode at(MediaSource source, Formatting formatting) {
    if (source instanceof MediaSource.Url url) {
      return json(url.url().toString(), formatting);
    }
    if (source instanceof MediaSource.MessengerFile known) {
      return json(known.id(), formatting);
    }
    throw new IllegalArgumentException(
        "media.source must be a URL or a file of Telegram's, else give its content");
  }

  /** The parameter {@code media} for a file that comes with the request. */
  ObjectNode attached(Formatting formatting) {
    return json("attach://" + FIELD, formatting);
  }

  MultipartUpload.FilePart part(MediaContent content) {
    return file.part(FIELD, content);
  }

  private ObjectNode json(String address, Formatting formatting) {
    ObjectNode media = Json.object().put("type", file.kind()).put("media", address);
    String caption = file.caption();
    if (caption != null) {
      formatting.write(caption, media, "caption");
    }
    return media;
  }
}
