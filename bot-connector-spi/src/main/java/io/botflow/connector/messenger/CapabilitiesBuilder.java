// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import io.botflow.connector.message.PartKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.Nullable;

/** Collects {@link Capabilities}; not thread-safe. */
public final class CapabilitiesBuilder {
  private static final Set<PartKind> CAPTIONED = EnumSet.range(PartKind.IMAGE, PartKind.LINK);

  final TextLimit text;
  final Map<PartKind, MediaLimit> media = new EnumMap<>(PartKind.class);
  final Set<Class<? extends Update>> reported = new HashSet<>();
  @Nullable ChoiceLimit choices;
  @Nullable ChoiceLimit list;
  @Nullable CardLimit card;
  boolean captionedCards;
  @Nullable CarouselLimit carousel;
  Set<PartKind> further = Set.of();
  Set<PartKind> dropped = Set.of();
  Set<PartKind> received = Set.of();
  int albumSize = 1;
  @Nullable Duration typingEvery;
  boolean markdown;
  private final Map<PartKind, TextLimit> captions = new EnumMap<>(PartKind.class);
  private @Nullable TextLimit anyCaption;

  CapabilitiesBuilder(TextLimit text) {
    this.text = Objects.requireNonNull(text, "text");
  }

  /**
   * Every kind of media carries captions, unless it is stated otherwise.
   *
   * @param limit how long they may be
   * @return this builder
   */
  public CapabilitiesBuilder caption(TextLimit limit) {
    this.anyCaption = Objects.requireNonNull(limit, "limit");
    return this;
  }

  /**
   * Some kinds of media carry captions.
   *
   * @param limit how long they may be
   * @param kinds the kinds
   * @return this builder
   */
  public CapabilitiesBuilder caption(TextLimit limit, PartKind... kinds) {
    Objects.requireNonNull(limit, "limit");
    for (PartKind kind : kinds) {
      captions.put(media(kind, "caption"), limit);
    }
    return this;
  }

  Map<PartKind, TextLimit> captionOfEach() {
    Map<PartKind, TextLimit> each = new EnumMap<>(PartKind.class);
    if (anyCaption != null) {
      for (PartKind kind : CAPTIONED) {
        each.put(kind, anyCaption);
      }
    }
    each.putAll(captions);
    return Map.copyOf(each);
  }

  /**
   * A kind of media is shown.
   *
   * @param kind the kind
   * @param maxBytes the largest size in bytes
   * @param mimeTypes the types, with {@code *} for any subtype or any type
   * @return this builder
   */
  public CapabilitiesBuilder media(PartKind kind, long maxBytes, String... mimeTypes) {
    media.put(media(kind, "media"), new MediaLimit(maxBytes, List.of(mimeTypes)));
    return this;
  }

  /**
   * Texts carry buttons.
   *
   * @param limit how many and how long
   * @return this builder
   */
  public CapabilitiesBuilder choices(ChoiceLimit limit) {
    this.choices = Objects.requireNonNull(limit, "limit");
    return this;
  }

  /**
   * Texts carry a list to choose from; it is used where buttons cannot stand.
   *
   * @param limit how many rows and how long
   * @return this builder
   */
  public CapabilitiesBuilder list(ChoiceLimit limit) {
    this.list = Objects.requireNonNull(limit, "limit");
    return this;
  }

  /**
   * Single cards are shown as cards.
   *
   * @param limit what they may have
   * @return this builder
   */
  public CapabilitiesBuilder cards(CardLimit limit) {
    this.card = Objects.requireNonNull(limit, "limit");
    this.captionedCards = false;
    return this;
  }

  /**
   * There are no cards, but the adapter shows one in one message: its picture, with {@link
   * io.botflow.connector.message.Card#caption()} below, and its actions as buttons.
   *
   * @param limit what they may have; {@link CardLimit#text()} is that of a caption
   * @return this builder
   */
  public CapabilitiesBuilder cardsAsCaptionedMedia(CardLimit limit) {
    this.card = Objects.requireNonNull(limit, "limit");
    this.captionedCards = true;
    return this;
  }

  /**
   * Cards are shown side by side.
   *
   * @param limit how many, and what each may have
   * @return this builder
   */
  public CapabilitiesBuilder carousels(CarouselLimit limit) {
    this.carousel = Objects.requireNonNull(limit, "limit");
    return this;
  }

  /**
   * Further kinds without limits of their own are shown, for example {@link PartKind#LOCATION}.
   *
   * @param kinds the kinds
   * @return this builder
   */
  public CapabilitiesBuilder shows(PartKind... kinds) {
    this.further = Set.copyOf(List.of(kinds));
    return this;
  }

  /**
   * Some kinds are better left out than shown as something else.
   *
   * @param kinds the kinds; not {@link PartKind#TEXT}
   * @return this builder
   */
  public CapabilitiesBuilder drops(PartKind... kinds) {
    this.dropped = Set.copyOf(List.of(kinds));
    return this;
  }

  /**
   * What customers can send, each as a part of its own kind.
   *
   * @param kinds the kinds
   * @return this builder
   */
  public CapabilitiesBuilder receives(PartKind... kinds) {
    this.received = Set.copyOf(List.of(kinds));
    return this;
  }

  /**
   * What the messenger tells of.
   *
   * @param updates the kinds of updates that the adapter makes
   * @return this builder
   */
  @SafeVarargs
  public final CapabilitiesBuilder reports(Class<? extends Update>... updates) {
    for (Class<? extends Update> update : updates) {
      reported.add(Objects.requireNonNull(update, "update"));
    }
    return this;
  }

  /**
   * Several media are shown together.
   *
   * @param maxCount how many at most; at least 2
   * @return this builder
   */
  public CapabilitiesBuilder album(int maxCount) {
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
  public CapabilitiesBuilder typing(Duration every) {
    if (every.isNegative() || every.isZero()) {
      throw new IllegalArgumentException("typing: the pause must be positive, was " + every);
    }
    this.typingEvery = every;
    return this;
  }

  /**
   * The adapter reads texts, captions and questions as Markdown.
   *
   * @param read true when it does
   * @return this builder
   */
  public CapabilitiesBuilder markdown(boolean read) {
    this.markdown = read;
    return this;
  }

  /**
   * Makes the capabilities.
   *
   * @return the capabilities
   * @throws IllegalArgumentException if a kind is both dropped and shown
   */
  public Capabilities build() {
    Capabilities capabilities = new Capabilities(this);
    for (PartKind kind : dropped) {
      if (capabilities.shows(kind)) {
        throw new IllegalArgumentException("drops: " + kind + " is shown");
      }
    }
    return capabilities;
  }

  private static PartKind media(PartKind kind, String setting) {
    if (!CAPTIONED.contains(Objects.requireNonNull(kind, "kind"))) {
      throw new IllegalArgumentException(setting + ": " + kind + " is no kind of media");
    }
    return kind;
  }
}
