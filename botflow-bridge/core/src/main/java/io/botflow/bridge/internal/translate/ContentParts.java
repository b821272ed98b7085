// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.DatePicker;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.message.TimeSlot;
import io.botflow.connector.render.Loss;
import io.botflow.genesys.content.AttachmentContent;
import io.botflow.genesys.content.CardContent;
import io.botflow.genesys.content.CarouselContent;
import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.ContentVisitor;
import io.botflow.genesys.content.DatePickerContent;
import io.botflow.genesys.content.LocationContent;
import io.botflow.genesys.content.TemplateContent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/** One content element as parts. Used for one element, then thrown away. */
final class ContentParts implements ContentVisitor<List<Part>> {
  private final @Nullable String messageText;
  private final List<Loss> losses;
  private boolean saysTheText;

  ContentParts(@Nullable String messageText, List<Loss> losses) {
    this.messageText = messageText;
    this.losses = losses;
  }

  /** Whether the parts carry the message's text already, so that it must not be said twice. */
  boolean saysTheText() {
    return saysTheText;
  }

  @Override
  public List<Part> other(Content content) {
    String type = content.contentType();
    return List.of(Opaque.of(type.isBlank() ? "unknown" : type, Words.in(content, messageText)));
  }

  @Override
  public List<Part> attachment(AttachmentContent content) {
    Optional<Media> media = WireMedia.of(content.attachment());
    return media.isPresent() ? List.of(media.get()) : other(content);
  }

  /** Without a point on the map, its words have to do. */
  @Override
  public List<Part> location(LocationContent content) {
    io.botflow.genesys.content.Location wire = content.location();
    Double latitude = wire == null ? null : wire.latitude();
    Double longitude = wire == null ? null : wire.longitude();
    return wire != null
            && latitude != null
            && longitude != null
            && Math.abs(latitude) <= 90
            && Math.abs(longitude) <= 180
        ? List.of(new Location(latitude, longitude, wire.text(), wire.address()))
        : other(content);
  }

  @Override
  public List<Part> card(CardContent content) {
    if (content.card() == null) {
      return other(content);
    }
    WireCard card = WireCard.of(content.card(), losses);
    List<Part> parts = new ArrayList<>(card.media());
    card.card().ifPresent(parts::add);
    return parts.isEmpty() ? other(content) : parts;
  }

  @Override
  public List<Part> carousel(CarouselContent content) {
    List<Part> parts = new ArrayList<>();
    List<Card> cards = new ArrayList<>();
    if (content.carousel() != null) {
      for (io.botflow.genesys.content.Card wire : content.carousel().cards()) {
        WireCard card = WireCard.of(wire, losses);
        parts.addAll(card.media());
        card.card().ifPresent(cards::add);
        if (card.card().isEmpty() && card.media().isEmpty()) {
          losses.add(new Loss(PartKind.CARD, "left out: there is nothing on it"));
        }
      }
    }
    if (!cards.isEmpty()) {
      parts.add(new Carousel(cards));
    }
    return parts.isEmpty() ? other(content) : parts;
  }

  @Override
  public List<Part> datePicker(DatePickerContent content) {
    io.botflow.genesys.content.DatePicker wire = content.datePicker();
    if (wire == null) {
      return other(content);
    }
    List<TimeSlot> times =
        wire.availableTimes().stream()
            .filter(time -> time.dateTime() != null)
            .map(
                time ->
                    new TimeSlot(
                        time.dateTime(),
                        time.duration() == null ? null : Duration.ofSeconds(time.duration())))
            .toList();
    int without = wire.availableTimes().size() - times.size();
    if (without > 0) {
      losses.add(new Loss(PartKind.DATE_PICKER, without + " times without a date left out"));
    }
    List<Part> parts = new ArrayList<>();
    WireMedia.of(Media.Type.IMAGE, wire.imageUrl(), PartKind.DATE_PICKER, losses)
        .ifPresent(parts::add);
    String place =
        wire.location() == null
            ? null
            : Words.lines("\n", wire.location().text(), wire.location().address());
    String below = Words.lines("\n", wire.subtitle(), place);
    parts.add(new DatePicker(wire.title(), Words.first(below), times));
    return parts;
  }

  @Override
  public List<Part> template(TemplateContent content) {
    WireTemplate template = WireTemplate.of(content.template(), messageText, losses);
    saysTheText = template.saysTheText();
    return template.parts().isEmpty() ? other(content) : template.parts();
  }
}
