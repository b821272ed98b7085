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
   * Starts a media of which more than the type and the place is known.
   *
   * @param type what it is to be shown as
   * @param source where the bytes are
   * @return a builder
   */
  public static Builder builder(Type type, MediaSource source) {
    return new Builder(type, source);
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

  /** Collects a {@link Media}; not thread-safe. */
  public static final class Builder {
    private final Type type;
    private final MediaSource source;
    private @Nullable String mimeType;
    private @Nullable String fileName;
    private @Nullable Long sizeBytes;
    private @Nullable String caption;
    private @Nullable String sha256;

    private Builder(Type type, MediaSource source) {
      this.type = Objects.requireNonNull(type, "type");
      this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Sets the type as the sender named it.
     *
     * @param value for example {@code image/jpeg}
     * @return this builder
     */
    public Builder mimeType(@Nullable String value) {
      this.mimeType = value;
      return this;
    }

    /**
     * Sets the name as the sender named it.
     *
     * @param value the name
     * @return this builder
     */
    public Builder fileName(@Nullable String value) {
      this.fileName = value;
      return this;
    }

    /**
     * Sets the size.
     *
     * @param value bytes; not negative
     * @return this builder
     */
    public Builder sizeBytes(@Nullable Long value) {
      this.sizeBytes = value;
      return this;
    }

    /**
     * Sets the text that goes with it.
     *
     * @param text the text
     * @return this builder
     */
    public Builder caption(@Nullable String text) {
      this.caption = text;
      return this;
    }

    /**
     * Sets the SHA-256 of the bytes.
     *
     * @param value lower-case hex
     * @return this builder
     */
    public Builder sha256(@Nullable String value) {
      this.sha256 = value;
      return this;
    }

    /**
     * Makes the media.
     *
     * @return the media
     */
    public Media build() {
      return new Media(type, source, mimeType, fileName, sizeBytes, caption, sha256);
    }
  }
}
