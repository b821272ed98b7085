// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import io.botflow.connector.message.Choices;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.richtext.RichText;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.Nullable;

/**
 * What a messenger can show and what it can tell, and up to which limits. Immutable.
 *
 * <p>What is not stated is not there: capabilities of which only the text is stated show nothing
 * but text, and all else is rendered into it.
 *
 * <pre>{@code
 * Capabilities.builder(TextLimit.utf16(4096))
 *     .caption(TextLimit.utf16(1024), PartKind.IMAGE, PartKind.FILE)
 *     .media(PartKind.IMAGE, 5_000_000, "image/jpeg", "image/png")
 *     .media(PartKind.FILE, 100_000_000, "application/pdf")
 *     .choices(new ChoiceLimit(3, TextLimit.utf16(20), TextLimit.utf16(256)))
 *     .list(new ChoiceLimit(10, TextLimit.utf16(24), TextLimit.utf16(200)))
 *     .shows(PartKind.LOCATION)
 *     .receives(PartKind.TEXT, PartKind.IMAGE)
 *     .build();
 * }</pre>
 */
public final class Capabilities {

  /** How much of a kind of content the customer gets. */
  public enum Level {
    /** It is shown as what it is. */
    FULL,
    /** It is shown as something near, with a loss. */
    PARTIAL,
    /** Nothing of it is shown. */
    DROPPED
  }

  /** How a messenger shows choices. */
  public enum ChoiceForm {
    /** All at once, as buttons. */
    BUTTONS,
    /** Behind one button that opens a list. */
    LIST
  }

  private final TextLimit text;
  private final Map<PartKind, TextLimit> captions;
  private final Map<PartKind, MediaLimit> media;
  private final @Nullable ChoiceLimit choices;
  private final @Nullable ChoiceLimit list;
  private final @Nullable CardLimit card;
  private final boolean captionedCards;
  private final @Nullable CarouselLimit carousel;
  private final Set<PartKind> further;
  private final Set<PartKind> dropped;
  private final Set<PartKind> received;
  private final Set<Class<? extends Update>> reported;
  private final int albumSize;
  private final @Nullable Duration typingEvery;
  private final boolean markdown;

  Capabilities(CapabilitiesBuilder builder) {
    this.text = builder.text;
    this.captions = builder.captionOfEach();
    this.media = Map.copyOf(builder.media);
    this.choices = builder.choices;
    this.list = builder.list;
    this.card = builder.card;
    this.captionedCards = builder.captionedCards;
    this.carousel = builder.carousel;
    this.further = Set.copyOf(builder.further);
    this.dropped = Set.copyOf(builder.dropped);
    this.received = Set.copyOf(builder.received);
    this.reported = Set.copyOf(builder.reported);
    this.albumSize = builder.albumSize;
    this.typingEvery = builder.typingEvery;
    this.markdown = builder.markdown;
  }

  /**
   * Starts capabilities: every messenger shows text.
   *
   * @param text how long one text may be
   * @return a builder
   */
  public static CapabilitiesBuilder builder(TextLimit text) {
    return new CapabilitiesBuilder(text);
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
   * How long the caption of a kind of media may be.
   *
   * @param kind a kind of media
   * @return the limit, or null when this kind carries no caption
   */
  public @Nullable TextLimit caption(PartKind kind) {
    return captions.get(kind);
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
   * How many rows a list to choose from may have, and how long they may be.
   *
   * @return the limit, or null when there are no such lists
   */
  public @Nullable ChoiceLimit list() {
    return list;
  }

  /**
   * The form in which choices are shown: as buttons where those can stand, else as a list.
   *
   * @param offered what is offered
   * @return the form; empty when the choices must be rendered first
   */
  public Optional<ChoiceForm> choiceForm(Choices offered) {
    if (choices != null && allows(choices, offered)) {
      return Optional.of(ChoiceForm.BUTTONS);
    }
    return list != null && allows(list, offered) ? Optional.of(ChoiceForm.LIST) : Optional.empty();
  }

  private boolean allows(ChoiceLimit limit, Choices offered) {
    return allows(text, offered.text())
        && (limit.text() == null || allows(limit.text(), offered.text()))
        && limit.refusal(offered.options()).isEmpty();
  }

  /**
   * Whether a text keeps a limit of this messenger: with {@link #markdown()}, what remains of it.
   *
   * @param limit the limit
   * @param content a text, caption or question
   * @return true when it is not too long
   */
  public boolean allows(TextLimit limit, String content) {
    return limit.allows(content) || (markdown && limit.allows(RichText.markdown(content).text()));
  }

  /**
   * What a single card may have.
   *
   * @return the limit, or null when there is none, or no cards
   */
  public @Nullable CardLimit card() {
    return card;
  }

  /**
   * What cards side by side may have.
   *
   * @return the limit, or null when there is none, or no carousels
   */
  public @Nullable CarouselLimit carousel() {
    return carousel;
  }

  /**
   * Whether a kind is given to the adapter as it is, within the limits.
   *
   * @param kind the kind of content
   * @return false when it must become something else first
   */
  public boolean shows(PartKind kind) {
    return switch (kind) {
      case TEXT -> true;
      case CHOICES -> choices != null || list != null;
      case CARD -> card != null || further.contains(kind);
      case CAROUSEL -> carousel != null || further.contains(kind);
      default -> media.containsKey(kind) || further.contains(kind);
    };
  }

  /**
   * How much of a kind the customer gets, as long as the limits are kept.
   *
   * @param kind the kind of content
   * @return the level
   */
  public Level level(PartKind kind) {
    if (dropped.contains(kind)) {
      return Level.DROPPED;
    }
    return shows(kind) && !(kind == PartKind.CARD && captionedCards) ? Level.FULL : Level.PARTIAL;
  }

  /**
   * Whether customers can send a kind, so that it arrives as a {@link Update.Received} with such a
   * part.
   *
   * @param kind the kind of content
   * @return false when the messenger has no such content, or it arrives as something else
   */
  public boolean receives(PartKind kind) {
    return received.contains(kind);
  }

  /**
   * Whether the messenger tells of something.
   *
   * @param update a kind of update
   * @return false when such updates never come
   */
  public boolean reports(Class<? extends Update> update) {
    return reported.contains(update);
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
   * Whether the adapter reads texts, captions and questions as Markdown. Then limits count what
   * remains visible of them, and a split text takes its formatting along.
   *
   * @return false by default: characters are shown exactly as they are written
   */
  public boolean markdown() {
    return markdown;
  }
}
