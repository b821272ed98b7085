// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.DatePicker;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Template;
import io.botflow.connector.message.TimeSlot;
import io.botflow.genesys.content.AttachmentContent;
import io.botflow.genesys.content.CardActionType;
import io.botflow.genesys.content.CardContent;
import io.botflow.genesys.content.CarouselContent;
import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.ContentVisitor;
import io.botflow.genesys.content.DatePickerContent;
import io.botflow.genesys.content.LocationContent;
import io.botflow.genesys.content.NotificationTemplate;
import io.botflow.genesys.content.TemplateContent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** One content element as a part. Used for one element, then thrown away. */
final class ContentParts implements ContentVisitor<Part> {
  private final @Nullable String messageText;
  private boolean saysTheText;

  ContentParts(@Nullable String messageText) {
    this.messageText = messageText;
  }

  /** Whether the part carries the message's text already, so that it must not be said twice. */
  boolean saysTheText() {
    return saysTheText;
  }

  @Override
  public Part other(Content content) {
    return opaque(content.contentType());
  }

  @Override
  public Part attachment(AttachmentContent content) {
    Media media = content.attachment() == null ? null : FromGenesys.media(content.attachment());
    return media == null ? opaque(content.contentType()) : media;
  }

  /** Without a point on the map, its words have to do. */
  @Override
  public Part location(LocationContent content) {
    io.botflow.genesys.content.Location wire = content.location();
    if (wire == null) {
      return opaque(content.contentType());
    }
    Double latitude = wire.latitude();
    Double longitude = wire.longitude();
    if (latitude != null
        && longitude != null
        && Math.abs(latitude) <= 90
        && Math.abs(longitude) <= 180) {
      return new Location(latitude, longitude, wire.text(), wire.address());
    }
    String words =
        Stream.of(wire.text(), wire.address(), wire.url())
            .filter(text -> text != null && !text.isBlank())
            .collect(Collectors.joining("\n"));
    return new Opaque(content.contentType(), words, null);
  }

  @Override
  public Part card(CardContent content) {
    Card card = content.card() == null ? null : card(content.card());
    return card == null ? opaque(content.contentType()) : card;
  }

  @Override
  public Part carousel(CarouselContent content) {
    List<Card> cards = new ArrayList<>();
    if (content.carousel() != null) {
      for (io.botflow.genesys.content.Card wire : content.carousel().cards()) {
        Card card = card(wire);
        if (card != null) {
          cards.add(card);
        }
      }
    }
    return cards.isEmpty() ? opaque(content.contentType()) : new Carousel(cards);
  }

  @Override
  public Part datePicker(DatePickerContent content) {
    io.botflow.genesys.content.DatePicker wire = content.datePicker();
    if (wire == null) {
      return opaque(content.contentType());
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
    return new DatePicker(wire.title(), wire.subtitle(), times);
  }

  @Override
  public Part template(TemplateContent content) {
    NotificationTemplate wire = content.template();
    String body = wire == null || wire.body() == null ? null : wire.body().text();
    if (wire == null || (body == null && messageText == null)) {
      return opaque(content.contentType());
    }
    Map<String, String> parameters = new HashMap<>();
    if (wire.body() != null) {
      wire.body()
          .parameters()
          .forEach(
              parameter -> {
                if (parameter.name() != null && parameter.text() != null) {
                  parameters.put(parameter.name(), parameter.text());
                }
              });
    }
    // Genesys Cloud puts the filled-in body into the text too, for channels without templates.
    saysTheText = body == null || body.equals(messageText);
    return new Template(
        wire.id(),
        wire.language(),
        wire.header() == null ? null : wire.header().text(),
        body == null ? String.valueOf(messageText) : body,
        wire.footer() == null ? null : wire.footer().text(),
        parameters);
  }

  private static @Nullable Card card(io.botflow.genesys.content.Card wire) {
    if (wire.title() == null || wire.title().isBlank()) {
      return null;
    }
    List<CardAction> actions = new ArrayList<>();
    for (io.botflow.genesys.content.CardAction action : wire.actions()) {
      CardAction read = action(action);
      if (read != null) {
        actions.add(read);
      }
    }
    return new Card(
        wire.title(),
        wire.description(),
        FromGenesys.source(wire.image()),
        wire.defaultAction() == null ? null : action(wire.defaultAction()),
        actions);
  }

  private static @Nullable CardAction action(io.botflow.genesys.content.CardAction action) {
    if (CardActionType.LINK.equals(action.type())
        && action.url() != null
        && !action.url().isBlank()) {
      return new CardAction.Link(action.text(), action.url());
    }
    String label = action.text();
    if (label == null || label.isBlank()) {
      return null;
    }
    String payload =
        action.payload() == null || action.payload().isBlank() ? label : action.payload();
    return new CardAction.Postback(label, payload);
  }

  /**
   * The message's text stands for what is not understood; it is said once, even when several
   * elements are not.
   */
  private static Opaque opaque(String contentType) {
    return Opaque.of(contentType.isBlank() ? "unknown" : contentType, "");
  }
}
