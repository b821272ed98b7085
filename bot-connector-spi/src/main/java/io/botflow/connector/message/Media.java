// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.util.Objects;
import javax.annotation.Nullable;

/**
 * A picture, a film, a sound, a file: what it is and where its bytes are.
 *
 * @param type what it is to be shown as
 * @param source where the bytes are
 * @param mimeType the type as the sender named it, for example {@code image/jpeg}
 * @param fileName the name as the sender named it; not to be trusted as a path
 * @param sizeBytes the size in bytes, if known
 * @param caption the text that goes with it
 * @param sha256 the SHA-256 of the bytes in lower-case hex, if known
 */
public record Media(
    Media.Type type,
    MediaSource source,
    @Nullable String mimeType,
    @Nullable String fileName,
    @Nullable Long sizeBytes,
    @Nullable String caption,
    @Nullable String sha256)
    implements Part {

  /** What a {@link Media} is to be shown as. */
  public enum Type {
    /** A picture. */
    IMAGE(PartKind.IMAGE),
    /** A film, an animation or a round video note. */
    VIDEO(PartKind.VIDEO),
    /** Music or another sound file. */
    AUDIO(PartKind.AUDIO),
    /** A voice note. */
    VOICE(PartKind.VOICE),
    /** A sticker. */
    STICKER(PartKind.STICKER),
    /** A file of any type. */
    FILE(PartKind.FILE),
    /** A link to follow. */
    LINK(PartKind.LINK);

    private final PartKind kind;

    Type(PartKind kind) {
      this.kind = kind;
    }
  }

  /** {@inheritDoc} */
  public Media {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(source, "source");
    if (sizeBytes != null && sizeBytes < 0) {
      throw new IllegalArgumentException("sizeBytes must not be negative");
    }
  }

  /**
   * A media of which only the type and the place are known.
   *
   * @param type what it is to be shown as
   * @param source where the bytes are
   * @return the part
   */
  public static Media of(Type type, MediaSource source) {
    return new Media(type, source, null, null, null, null, null);
  }

  /**
   * The same media with another caption.
   *
   * @param caption the caption, or null for none
   * @return a copy
   */
  public Media withCaption(@Nullable String caption) {
    return new Media(type, source, mimeType, fileName, sizeBytes, caption, sha256);
  }

  /**
   * The same media to be shown as something else, for example a picture as a file.
   *
   * @param type the type to show it as
   * @return a copy
   */
  public Media as(Type type) {
    return new Media(type, source, mimeType, fileName, sizeBytes, caption, sha256);
  }

  /**
   * The same media somewhere else.
   *
   * @param source where the bytes are
   * @return a copy
   */
  public Media at(MediaSource source) {
    return new Media(type, source, mimeType, fileName, sizeBytes, caption, sha256);
  }

  @Override
  public PartKind kind() {
    return type.kind;
  }

  @Override
  public <R> R accept(PartVisitor<R> visitor) {
    return visitor.visit(this);
  }

  /** Shows type, MIME type and size, neither name nor caption. */
  @Override
  public String toString() {
    return "Media[" + type + ", " + mimeType + ", " + sizeBytes + " bytes]";
  }
}
