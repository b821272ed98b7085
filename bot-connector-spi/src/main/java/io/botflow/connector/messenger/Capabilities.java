// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import io.botflow.connector.message.PartKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * What a messenger can show, and up to which limits. Immutable.
 *
 * <pre>{@code
 * Capabilities.builder(new TextLimit(4096, UTF_16))
 *     .caption(new TextLimit(1024, UTF_16))
 *     .media(PartKind.IMAGE, 10_000_000, "image/jpeg", "image/png")
 *     .media(PartKind.FILE, 50_000_000, "application/pdf")
 *     .build();
 * }</pre>
 */
public final class Capabilities {
  private final TextLimit text;
  private final @Nullable TextLimit caption;
  private final Map<PartKind, MediaLimit> media;
  private final @Nullable ChoiceLimit choices;
  private final List<PartKind> further;
  private final int albumSize;
  private final @Nullable Duration typingEvery;

  private Capabilities(Builder builder) {
    this.text = builder.text;
    this.caption = builder.caption;
    this.media = Map.copyOf(builder.media);
    this.choices = builder.choices;
    this.further = List.copyOf(builder.further);
    this.albumSize = builder.albumSize;
    this.typingEvery = builder.typingEvery;
  }

  /**
   * Starts capabilities: every messenger shows text.
   *
   * @param text how long one text may be
   * @return a builder
   */
  public static Builder builder(TextLimit text) {
    return new Builder(text);
  }

  /**
   * How long one text may be.
   *
   * @return the limit
   */
  public TextLimit text() {
    return text;
  }

  /**
   * How long a caption may be.
   *
   * @return the limit, or null when media carry no caption
   */
  public @Nullable TextLimit caption() {
    return caption;
  }

  /**
   * Which files can be shown as a kind of media.
   *
   * @param kind a kind of media
   * @return the limit, or null when the kind cannot be shown
   */
  public @Nullable MediaLimit media(PartKind kind) {
    return media.get(kind);
  }

  /**
   * How many buttons a text may have, and how long they may be.
   *
   * @return the limit, or null when there are no buttons
   */
  public @Nullable ChoiceLimit choices() {
    return choices;
  }

  /**
   * Whether a kind is shown as it is, within the limits.
   *
   * @param kind the kind of content
   * @return false when it must become something else first
   */
  public boolean shows(PartKind kind) {
    return switch (kind) {
      case TEXT -> true;
      case CHOICES -> choices != null;
      default -> media.containsKey(kind) || further.contains(kind);
    };
  }

  /**
   * How many media can be shown together by {@link MessengerAdapter#sendAlbum}.
   *
   * @return the largest number; 1 when each goes alone
   */
  public int albumSize() {
    return albumSize;
  }

  /**
   * How often {@link MessengerAdapter#showTyping} has to be repeated while someone types.
   *
   * @return the pause between two calls, or null when the messenger shows no typing
   */
  public @Nullable Duration typingEvery() {
    return typingEvery;
  }

  /**
   * Which files can be shown as one kind of media.
   *
   * @param maxBytes the largest size in bytes
   * @param mimeTypes the types, with {@code *} for any subtype or any type
   */
  public record MediaLimit(long maxBytes, List<String> mimeTypes) {
    /** {@inheritDoc} */
    public MediaLimit {
      mimeTypes = List.copyOf(mimeTypes);
      if (maxBytes <= 0 || mimeTypes.isEmpty()) {
        throw new IllegalArgumentException("maxBytes must be positive and mimeTypes not empty");
      }
    }

    /**
     * Whether a file may be shown so.
     *
     * @param mimeType its type, without parameters; an unknown type passes only where any is
     *     allowed
     * @param sizeBytes its size, or null when it is not known: then only the type is judged
     * @return true when type and size are allowed
     */
    public boolean allows(@Nullable String mimeType, @Nullable Long sizeBytes) {
      return (sizeBytes == null || sizeBytes <= maxBytes)
          && mimeTypes.stream().anyMatch(pattern -> matches(pattern, mimeType));
    }

    private static boolean matches(String pattern, @Nullable String mimeType) {
      if (pattern.equals("*/*")) {
        return true;
      }
      if (mimeType == null) {
        return false;
      }
      return pattern.endsWith("/*")
          ? mimeType.regionMatches(true, 0, pattern, 0, pattern.length() - 1)
          : pattern.equalsIgnoreCase(mimeType);
    }
  }

  /**
   * How many buttons a text may have, and how long they may be.
   *
   * @param maxCount the largest number of buttons
   * @param label how long a label may be
   * @param payload how long a hidden value may be
   */
  public record ChoiceLimit(int maxCount, TextLimit label, TextLimit payload) {
    /** {@inheritDoc} */
    public ChoiceLimit {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(payload, "payload");
      if (maxCount <= 0) {
        throw new IllegalArgumentException("maxCount must be positive, was " + maxCount);
      }
    }
  }

  /** Collects {@link Capabilities}; not thread-safe. */
  public static final class Builder {
    private final TextLimit text;
    private @Nullable TextLimit caption;
    private final Map<PartKind, MediaLimit> media = new EnumMap<>(PartKind.class);
    private @Nullable ChoiceLimit choices;
    private List<PartKind> further = List.of();
    private int albumSize = 1;
    private @Nullable Duration typingEvery;

    private Builder(TextLimit text) {
      this.text = Objects.requireNonNull(text, "text");
    }

    /**
     * Media carry captions.
     *
     * @param limit how long they may be
     * @return this builder
     */
    public Builder caption(TextLimit limit) {
      this.caption = Objects.requireNonNull(limit, "limit");
      return this;
    }

    /**
     * A kind of media is shown.
     *
     * @param kind the kind
     * @param maxBytes the largest size in bytes
     * @param mimeTypes the types, with {@code *} for any subtype or any type
     * @return this builder
     */
    public Builder media(PartKind kind, long maxBytes, String... mimeTypes) {
      media.put(Objects.requireNonNull(kind, "kind"), new MediaLimit(maxBytes, List.of(mimeTypes)));
      return this;
    }

    /**
     * Texts carry buttons.
     *
     * @param limit how many and how long
     * @return this builder
     */
    public Builder choices(ChoiceLimit limit) {
      this.choices = Objects.requireNonNull(limit, "limit");
      return this;
    }

    /**
     * Further kinds without limits of their own are shown, for example {@link PartKind#LOCATION}.
     *
     * @param kinds the kinds
     * @return this builder
     */
    public Builder shows(PartKind... kinds) {
      this.further = List.of(kinds);
      return this;
    }

    /**
     * Several media are shown together.
     *
     * @param maxCount how many at most; at least 2
     * @return this builder
     */
    public Builder album(int maxCount) {
      if (maxCount < 2) {
        throw new IllegalArgumentException("album: maxCount must be at least 2, was " + maxCount);
      }
      this.albumSize = maxCount;
      return this;
    }

    /**
     * The messenger shows that someone types.
     *
     * @param every how often it has to be told; positive
     * @return this builder
     */
    public Builder typing(Duration every) {
      if (every.isNegative() || every.isZero()) {
        throw new IllegalArgumentException("typing: the pause must be positive, was " + every);
      }
      this.typingEvery = every;
      return this;
    }

    /**
     * Makes the capabilities.
     *
     * @return the capabilities
     */
    public Capabilities build() {
      return new Capabilities(this);
    }
  }
}
