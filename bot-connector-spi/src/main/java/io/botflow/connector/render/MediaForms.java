// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.message.Media;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.MediaLimit;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** The forms in which a media can be shown, from its own to a line of text. */
final class MediaForms {
  private MediaForms() {}

  /** Whether a messenger takes a media as what it is to be shown as; its caption is not judged. */
  static boolean takes(Capabilities capabilities, Media media) {
    MediaLimit limit = capabilities.media(media.kind());
    return limit == null
        ? capabilities.shows(media.kind())
        : limit.allows(bareType(media.mimeType()), media.sizeBytes());
  }

  /** The form nearest to the media's own that a messenger takes. */
  static Optional<Media> nearest(Capabilities capabilities, Media media) {
    return Stream.concat(Stream.of(media.type()), others(media).stream())
        .map(media::as)
        .filter(form -> takes(capabilities, form))
        .findFirst();
  }

  /** Name, address and caption, as far as they exist: a text that stands for the media. */
  static String text(Media media, @Nullable URI address, boolean markdown) {
    String name = media.fileName();
    String line;
    if (address == null) {
      line = Visible.in(name) ? name : anonymous(media);
    } else {
      line = Visible.in(name) ? name + ": " + address : address.toString();
    }
    return new Composed(markdown).words(line).text(media.caption()).written();
  }

  private static List<Media.Type> others(Media media) {
    return switch (media.type()) {
      case IMAGE, VIDEO, AUDIO -> List.of(Media.Type.FILE);
      case VOICE -> List.of(Media.Type.AUDIO, Media.Type.FILE);
      case STICKER -> List.of(Media.Type.IMAGE, Media.Type.FILE);
      case FILE -> contentType(media).stream().toList();
      case LINK -> List.of();
    };
  }

  /** What a file is by its MIME type, for messengers that take pictures but no files. */
  private static Optional<Media.Type> contentType(Media media) {
    String mimeType = media.mimeType();
    if (mimeType == null) {
      return Optional.empty();
    }
    int slash = Math.max(mimeType.indexOf('/'), 0);
    return switch (mimeType.substring(0, slash).toLowerCase(Locale.ROOT)) {
      case "image" -> Optional.of(Media.Type.IMAGE);
      case "video" -> Optional.of(Media.Type.VIDEO);
      case "audio" -> Optional.of(Media.Type.AUDIO);
      default -> Optional.empty();
    };
  }

  private static String anonymous(Media media) {
    String mimeType = media.mimeType();
    return mimeType != null && Visible.in(mimeType)
        ? mimeType
        : media.type().name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String bareType(@Nullable String mimeType) {
    if (mimeType == null) {
      return null;
    }
    int parameters = mimeType.indexOf(';');
    return (parameters < 0 ? mimeType : mimeType.substring(0, parameters)).strip();
  }
}
