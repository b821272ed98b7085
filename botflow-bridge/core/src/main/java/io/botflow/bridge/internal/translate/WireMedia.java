// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.render.Loss;
import io.botflow.genesys.content.Attachment;
import io.botflow.genesys.content.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.annotation.Nullable;

/** The files of Genesys Cloud, as far as they have an address. */
final class WireMedia {
  private WireMedia() {}

  /** An attachment; empty when there is no address in it that anyone could ask. */
  static Optional<Media> of(@Nullable Attachment wire) {
    MediaSource.Url source = wire == null ? null : Addresses.source(wire.url());
    if (wire == null || source == null) {
      return Optional.empty();
    }
    Long size = wire.contentSizeBytes();
    return Optional.of(
        new Media(
            type(wire.mediaType()),
            source,
            wire.mime(),
            wire.filename(),
            size == null || size < 0 ? null : size,
            wire.text(),
            wire.sha256()));
  }

  /** A picture or a film of which only the address is given. */
  static Optional<Media> of(
      Media.Type type, @Nullable String address, PartKind owner, List<Loss> losses) {
    return source(address, type, owner, losses).map(source -> Media.of(type, source));
  }

  static Optional<MediaSource> source(
      @Nullable String address, Media.Type type, PartKind owner, List<Loss> losses) {
    MediaSource.Url source = Addresses.source(address);
    if (source == null && !Words.none(address)) {
      String name = type.name().toLowerCase(Locale.ROOT);
      losses.add(new Loss(owner, "its " + name + " left out: the address cannot be read"));
    }
    return Optional.ofNullable(source);
  }

  private static Media.Type type(@Nullable MediaType type) {
    if (MediaType.IMAGE.equals(type)) {
      return Media.Type.IMAGE;
    }
    if (MediaType.VIDEO.equals(type)) {
      return Media.Type.VIDEO;
    }
    if (MediaType.AUDIO.equals(type)) {
      return Media.Type.AUDIO;
    }
    return MediaType.LINK.equals(type) ? Media.Type.LINK : Media.Type.FILE;
  }
}
