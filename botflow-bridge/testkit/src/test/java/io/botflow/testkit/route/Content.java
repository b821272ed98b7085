// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Contact;
import io.botflow.connector.message.DatePicker;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.message.PartVisitor;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Template;
import io.botflow.connector.message.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** Something that was sent, or that arrived, in our own terms: a part, with its file if it has. */
final class Content {
  private final Part part;
  private final @Nullable byte[] file;

  private Content(Part part, @Nullable byte[] file) {
    this.part = part;
    this.file = file;
  }

  static Content of(Part part) {
    return new Content(part, null);
  }

  static Content of(
      Media.Type type,
      String fileName,
      @Nullable String mimeType,
      byte[] file,
      @Nullable String caption) {
    MediaSource source = new MediaSource.Stored(fileName);
    return new Content(
        new Media(type, source, mimeType, fileName, (long) file.length, caption, null), file);
  }

  Part part() {
    return part;
  }

  PartKind kind() {
    return part.kind();
  }

  Media media() {
    return (Media) part;
  }

  /** The file's bytes. */
  byte[] file() {
    return Objects.requireNonNull(file, "file");
  }

  boolean hasFile() {
    return file != null;
  }

  boolean hasFile(byte[] bytes) {
    return Arrays.equals(bytes, file);
  }

  /** All that somebody reads: a reader of each must have met these words, in whatever form. */
  List<String> words() {
    return part.accept(new Words()).filter(Objects::nonNull).filter(w -> !w.isBlank()).toList();
  }

  /** Shows the kind. */
  @Override
  public String toString() {
    return kind() + " " + words() + (file == null ? "" : " with " + file.length + " bytes");
  }

  private static final class Words implements PartVisitor<Stream<String>> {
    @Override
    public Stream<String> visit(Text text) {
      return Stream.of(text.text());
    }

    @Override
    public Stream<String> visit(Media media) {
      Stream<String> caption = Stream.ofNullable(media.caption());
      return media.type() == Media.Type.LINK && media.source() instanceof MediaSource.Url link
          ? Stream.concat(caption, Stream.of(link.url().toString()))
          : caption;
    }

    @Override
    public Stream<String> visit(Location location) {
      return Stream.of(
          Double.toString(location.latitude()),
          Double.toString(location.longitude()),
          location.name(),
          location.address());
    }

    @Override
    public Stream<String> visit(Contact contact) {
      return Stream.of(contact.name(), contact.phoneNumber());
    }

    @Override
    public Stream<String> visit(Choices choices) {
      return Stream.concat(
          Stream.of(choices.text()), choices.options().stream().map(Choice::label));
    }

    @Override
    public Stream<String> visit(Card card) {
      return Stream.concat(
          Stream.of(card.title(), card.description()),
          card.actions().stream()
              .flatMap(
                  action ->
                      action instanceof CardAction.Link link
                          ? Stream.of(link.label(), link.url())
                          : Stream.of(((CardAction.Postback) action).label())));
    }

    @Override
    public Stream<String> visit(Carousel carousel) {
      return carousel.cards().stream().flatMap(this::visit);
    }

    @Override
    public Stream<String> visit(Template template) {
      return Stream.of(template.header(), template.body(), template.footer());
    }

    @Override
    public Stream<String> visit(DatePicker datePicker) {
      return Stream.of(datePicker.title(), datePicker.subtitle());
    }

    @Override
    public Stream<String> visit(Selection selection) {
      return Stream.of(selection.label());
    }

    @Override
    public Stream<String> visit(Opaque opaque) {
      return Stream.of(opaque.substitute());
    }
  }
}
