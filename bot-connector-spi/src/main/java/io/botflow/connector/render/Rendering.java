// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Contact;
import io.botflow.connector.message.DatePicker;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.message.PartVisitor;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Template;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.Capabilities.Level;
import io.botflow.connector.messenger.CardLimit;
import io.botflow.connector.messenger.CarouselLimit;
import io.botflow.connector.messenger.ChoiceLimit;
import io.botflow.connector.messenger.TextLimit;
import io.botflow.connector.render.TextSplitter.Pieces;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * One run of the {@link Renderer}. Its visitor methods see illegal parts only; each takes its part
 * one step down, towards texts, and renders what that step gives.
 */
final class Rendering implements PartVisitor<List<Part>> {
  private final Capabilities capabilities;
  private final Function<Media, Optional<URI>> link;
  private final Legality legality;
  private final List<Loss> losses = new ArrayList<>();

  /** The pieces of questions that go before the one with the buttons, and no others like them. */
  private final Set<Part> beginnings = Collections.newSetFromMap(new IdentityHashMap<>());

  Rendering(Capabilities capabilities, Function<Media, Optional<URI>> link) {
    this.capabilities = capabilities;
    this.link = link;
    this.legality = new Legality(capabilities);
  }

  Rendered render(List<Part> parts) {
    return new Rendered(PartOrder.arranged(each(parts), beginnings), losses);
  }

  @Override
  public List<Part> visit(Text text) {
    return texts(split(PartKind.TEXT, text.text(), capabilities.text()).texts());
  }

  @Override
  public List<Part> visit(Media media) {
    Optional<Media> form = MediaForms.nearest(capabilities, media);
    form.filter(shown -> shown.type() != media.type())
        .ifPresent(shown -> lose(media, "shown as " + lowerCase(shown.kind())));
    return form.map(this::captioned).orElseGet(() -> linked(media));
  }

  @Override
  public List<Part> visit(Location location) {
    lose(location, "shown as text with a link to a map");
    return one(new Text(PlainText.of(location, capabilities.markdown())));
  }

  @Override
  public List<Part> visit(Contact contact) {
    lose(contact, contact.vcard() == null ? "shown as text" : "shown as text, without its vCard");
    return one(new Text(PlainText.of(contact, capabilities.markdown())));
  }

  @Override
  public List<Part> visit(Choices choices) {
    List<Choice> options = offered(choices);
    ChoiceLimit limit = ChoiceText.taking(options, capabilities);
    if (limit == null) {
      lose(choices, "shown as numbered text: " + ChoiceText.refusal(options, capabilities));
      return one(new Text(ChoiceText.numbered(choices, capabilities.markdown())));
    }
    if (!Visible.in(choices.text())) {
      lose(choices, "buttons without a text, the labels stand in for it");
    }
    List<String> question = question(ChoiceText.question(choices, capabilities.markdown()), limit);
    if (question.isEmpty()) {
      return one(new Text(ChoiceText.numbered(choices, capabilities.markdown())));
    }
    int last = question.size() - 1;
    List<Part> parts = texts(question.subList(0, last));
    beginnings.addAll(parts);
    parts.add(new Choices(question.get(last), options));
    return parts;
  }

  /** The options as buttons can be: with a payload, and with a picture only where one is shown. */
  private List<Choice> offered(Choices choices) {
    List<Choice> options = ChoiceText.withPayloads(choices.options());
    if (!options.equals(choices.options())) {
      lose(choices, "a button without a value sends its label");
    }
    boolean pictured = options.stream().anyMatch(option -> option.imageUrl() != null);
    if (!pictured || ChoiceText.taking(options, capabilities) != null) {
      return options;
    }
    lose(choices, "the pictures of buttons are left out");
    return ChoiceText.withoutPictures(options);
  }

  /** The question in pieces, of which the last fits above the buttons. */
  private List<String> question(String text, ChoiceLimit limit) {
    List<String> pieces =
        new ArrayList<>(split(PartKind.CHOICES, text, capabilities.text()).texts());
    TextLimit shorter = limit.text();
    if (shorter != null && !pieces.isEmpty()) {
      pieces.addAll(split(PartKind.CHOICES, pieces.remove(pieces.size() - 1), shorter).texts());
    }
    return pieces;
  }

  @Override
  public List<Part> visit(Card card) {
    CardLimit limit = capabilities.card();
    if (limit != null) {
      CardFitting fitting = new CardFitting(limit);
      Card fitted = fitting.moved(card);
      if (fitted.accept(legality)) {
        fitting.changes().forEach(change -> lose(card, change));
        return List.of(fitted);
      }
    }
    lose(card, "shown as picture, text and buttons, as far as it has them");
    String text = CardForms.text(card, capabilities.markdown());
    List<Choice> buttons = CardForms.buttons(card);
    Media picture = CardForms.picture(card).orElse(null);
    if (buttons.isEmpty()) {
      return illustrated(picture, text);
    }
    Choices choices = new Choices(text, buttons);
    if (isRefused(choices)) {
      return illustrated(picture, ChoiceText.numbered(choices, capabilities.markdown()));
    }
    return each(Stream.concat(Stream.ofNullable(picture), Stream.of(choices)).toList());
  }

  @Override
  public List<Part> visit(Carousel carousel) {
    CarouselLimit limit = capabilities.carousel();
    if (limit != null) {
      CardFitting fitting = new CardFitting(limit.card());
      List<Part> carousels = fitting.carousels(carousel, limit);
      if (!carousels.isEmpty() && carousels.stream().allMatch(part -> part.accept(legality))) {
        fitting.changes().forEach(change -> lose(carousel, change));
        return carousels;
      }
    }
    lose(carousel, "shown as " + carousel.cards().size() + " single cards");
    return each(carousel.cards());
  }

  @Override
  public List<Part> visit(Template template) {
    lose(template, "shown as text");
    return one(new Text(PlainText.of(template)));
  }

  @Override
  public List<Part> visit(DatePicker picker) {
    lose(picker, "shown as buttons or text, with times in UTC and without durations");
    String question = Lines.of(picker.title(), picker.subtitle());
    return picker.times().isEmpty()
        ? one(new Text(question))
        : one(new Choices(question, PlainText.times(picker)));
  }

  @Override
  public List<Part> visit(Selection selection) {
    lose(selection, "shown as its label");
    return one(new Text(PlainText.of(selection.label(), capabilities.markdown())));
  }

  @Override
  public List<Part> visit(Opaque opaque) {
    lose(opaque, "shown as its substitute");
    return one(new Text(PlainText.of(opaque.substitute(), capabilities.markdown())));
  }

  private boolean isRefused(Choices choices) {
    boolean refused = ChoiceText.taking(choices.options(), capabilities) == null;
    if (refused) {
      String why = ChoiceText.refusal(choices.options(), capabilities);
      lose(choices, "shown as numbered text: " + why);
    }
    return refused;
  }

  /** A text as the caption of its picture, so that the two stay together. */
  private List<Part> illustrated(@Nullable Media picture, String text) {
    return one(picture == null ? new Text(text) : picture.withCaption(text));
  }

  /** A media of a type that the messenger takes, with its caption where that can stand. */
  private List<Part> captioned(Media media) {
    String caption = media.caption();
    if (caption == null || legality.isCaptionLegal(media)) {
      return List.of(media);
    }
    TextLimit limit = capabilities.caption(media.kind());
    if (limit == null) {
      lose(media, "its caption follows as text");
      return followed(media.withCaption(null), one(new Text(caption)));
    }
    List<String> pieces =
        reported(media.kind(), pieces(caption, limit, capabilities.text())).texts();
    if (pieces.size() > 1) {
      lose(media, "the rest of its caption follows as text");
    }
    return pieces.isEmpty()
        ? List.of(media.withCaption(null))
        : followed(media.withCaption(pieces.get(0)), texts(pieces.subList(1, pieces.size())));
  }

  /** A media that the messenger takes in no form of its own. */
  private List<Part> linked(Media media) {
    Optional<URI> address = link.apply(media);
    Media asLink = media.as(Media.Type.LINK);
    if (address.isEmpty() && MediaForms.takes(capabilities, asLink)) {
      lose(media, "shown as a link");
      return captioned(asLink);
    }
    lose(media, address.isPresent() ? "shown as text with its address" : "only its name is shown");
    return one(new Text(MediaForms.text(media, address.orElse(null), capabilities.markdown())));
  }

  private List<Part> one(Part part) {
    if (capabilities.level(part.kind()) == Level.DROPPED) {
      lose(part, "left out: this messenger does not show it");
      return List.of();
    }
    return part.accept(legality) ? List.of(part) : part.accept(this);
  }

  private List<Part> each(List<? extends Part> parts) {
    return parts.stream().flatMap(part -> one(part).stream()).toList();
  }

  private static List<Part> followed(Part first, List<Part> others) {
    List<Part> parts = new ArrayList<>();
    parts.add(first);
    parts.addAll(others);
    return parts;
  }

  private static List<Part> texts(List<String> pieces) {
    List<Part> parts = new ArrayList<>();
    pieces.forEach(piece -> parts.add(new Text(piece)));
    return parts;
  }

  private Pieces split(PartKind kind, String text, TextLimit limit) {
    return reported(kind, pieces(text, limit, limit));
  }

  private Pieces pieces(String text, TextLimit first, TextLimit rest) {
    return capabilities.markdown()
        ? MarkdownSplitter.split(text, first, rest)
        : TextSplitter.split(text, first, rest);
  }

  private Pieces reported(PartKind kind, Pieces pieces) {
    if (pieces.texts().isEmpty()) {
      losses.add(new Loss(kind, "left out: nothing visible in it"));
    } else if (pieces.leftOut() > 0) {
      losses.add(new Loss(kind, pieces.leftOut() + " characters that cannot be shown left out"));
    }
    if (pieces.texts().size() > 1) {
      losses.add(new Loss(kind, "split into " + pieces.texts().size() + " pieces"));
    }
    return pieces;
  }

  private void lose(Part part, String what) {
    losses.add(new Loss(part.kind(), what));
  }

  private static String lowerCase(PartKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
