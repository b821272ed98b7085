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
import io.botflow.connector.messenger.TextLimit;
import io.botflow.connector.render.TextSplitter.Pieces;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  Rendering(Capabilities capabilities, Function<Media, Optional<URI>> link) {
    this.capabilities = capabilities;
    this.link = link;
    this.legality = new Legality(capabilities);
  }

  Rendered render(List<Part> parts) {
    return new Rendered(PartOrder.arranged(each(parts)), losses);
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
    return one(new Text(PlainText.of(location)));
  }

  @Override
  public List<Part> visit(Contact contact) {
    lose(contact, contact.vcard() == null ? "shown as text" : "shown as text, without its vCard");
    return one(new Text(PlainText.of(contact)));
  }

  @Override
  public List<Part> visit(Choices choices) {
    Optional<String> refusal = ChoiceText.refusal(choices.options(), capabilities.choices());
    if (refusal.isPresent()) {
      lose(choices, "shown as numbered text: " + refusal.get());
      return one(new Text(ChoiceText.numbered(choices)));
    }
    if (!Visible.in(choices.text())) {
      lose(choices, "buttons without a text, the labels stand in for it");
    }
    List<String> question =
        split(PartKind.CHOICES, ChoiceText.question(choices), capabilities.text()).texts();
    if (question.isEmpty()) {
      return one(new Text(ChoiceText.numbered(choices)));
    }
    int last = question.size() - 1;
    List<Part> parts = texts(question.subList(0, last));
    parts.add(new Choices(question.get(last), choices.options()));
    return parts;
  }

  @Override
  public List<Part> visit(Card card) {
    lose(card, "shown as picture, text and buttons, as far as it has them");
    String text = CardForms.text(card);
    List<Choice> buttons = CardForms.buttons(card);
    Media picture = CardForms.picture(card).orElse(null);
    if (buttons.isEmpty()) {
      return illustrated(picture, text);
    }
    Choices choices = new Choices(text, buttons);
    if (isRefused(choices)) {
      return illustrated(picture, ChoiceText.numbered(choices));
    }
    return each(Stream.concat(Stream.ofNullable(picture), Stream.of(choices)).toList());
  }

  @Override
  public List<Part> visit(Carousel carousel) {
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
    return one(new Text(selection.label()));
  }

  @Override
  public List<Part> visit(Opaque opaque) {
    lose(opaque, "shown as its substitute");
    return one(new Text(opaque.substitute()));
  }

  private boolean isRefused(Choices choices) {
    Optional<String> refusal = ChoiceText.refusal(choices.options(), capabilities.choices());
    refusal.ifPresent(why -> lose(choices, "shown as numbered text: " + why));
    return refusal.isPresent();
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
    TextLimit limit = capabilities.caption();
    if (limit == null) {
      lose(media, "its caption follows as text");
      return followed(media.withCaption(null), one(new Text(caption)));
    }
    List<String> pieces =
        reported(media.kind(), TextSplitter.split(caption, limit, capabilities.text())).texts();
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
    return one(new Text(MediaForms.text(media, address.orElse(null))));
  }

  private List<Part> one(Part part) {
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
    return reported(kind, TextSplitter.split(text, limit));
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
