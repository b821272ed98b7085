// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Contact;
import io.botflow.connector.message.DatePicker;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.PartVisitor;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Template;
import io.botflow.connector.message.Text;
import io.botflow.connector.message.TimeSlot;
import java.net.URI;
import java.util.Optional;

/**
 * What Genesys Cloud would send to say something; empty for what it has no word for. Written here
 * without any code of the client.
 */
final class GenesysWording implements PartVisitor<Optional<ObjectNode>> {
  private final String customerId;
  private final Content content;
  private final FileHost files;

  private GenesysWording(String customerId, Content content, FileHost files) {
    this.customerId = customerId;
    this.content = content;
    this.files = files;
  }

  static Optional<ObjectNode> of(Content content, String customerId, FileHost files) {
    return content.part().accept(new GenesysWording(customerId, content, files));
  }

  @Override
  public Optional<ObjectNode> visit(Text text) {
    return Optional.of(Webhooks.text("every-kind", customerId, text.text()));
  }

  @Override
  public Optional<ObjectNode> visit(Media media) {
    return switch (media.type()) {
      case IMAGE -> attached(media, "Image");
      case VIDEO -> attached(media, "Video");
      case AUDIO -> attached(media, "Audio");
      case FILE -> attached(media, "File");
      case LINK -> {
        ObjectNode message = structured("");
        ObjectNode link = element(message, "Attachment", "attachment");
        link.put("id", "1").put("mediaType", "Link").put("url", content.words().get(0));
        yield Optional.of(message);
      }
      case VOICE, STICKER -> Optional.empty();
    };
  }

  private Optional<ObjectNode> attached(Media media, String mediaType) {
    String name = String.valueOf(media.fileName());
    URI url = files.serve("file-" + mediaType, content.file(), 200, 0);
    String text = String.valueOf(media.caption());
    ObjectNode message =
        Webhooks.attach(
            Webhooks.text("every-kind", customerId, text),
            name,
            String.valueOf(media.mimeType()),
            url);
    ((ObjectNode) message.at("/content/0/attachment")).put("mediaType", mediaType);
    return Optional.of(message);
  }

  @Override
  public Optional<ObjectNode> visit(Location location) {
    ObjectNode message = structured("");
    element(message, "Location", "location")
        .put("latitude", location.latitude())
        .put("longitude", location.longitude())
        .put("text", location.name())
        .put("address", location.address());
    return Optional.of(message);
  }

  @Override
  public Optional<ObjectNode> visit(Contact contact) {
    return Optional.empty();
  }

  @Override
  public Optional<ObjectNode> visit(Choices choices) {
    ObjectNode message = structured(choices.text());
    for (Choice option : choices.options()) {
      element(message, "QuickReply", "quickReply")
          .put("text", option.label())
          .put("payload", option.payload())
          .put("action", "Message");
    }
    return Optional.of(message);
  }

  @Override
  public Optional<ObjectNode> visit(Card card) {
    ObjectNode message = structured("");
    fill(element(message, "Card", "card"), card);
    return Optional.of(message);
  }

  @Override
  public Optional<ObjectNode> visit(Carousel carousel) {
    ObjectNode message = structured("");
    ArrayNode cards = element(message, "Carousel", "carousel").putArray("cards");
    carousel.cards().forEach(card -> fill(cards.addObject(), card));
    return Optional.of(message);
  }

  private static void fill(ObjectNode json, Card card) {
    json.put("title", card.title()).put("description", card.description());
    ArrayNode actions = json.putArray("actions");
    for (CardAction action : card.actions()) {
      if (action instanceof CardAction.Link link) {
        actions.addObject().put("type", "Link").put("text", link.label()).put("url", link.url());
      } else if (action instanceof CardAction.Postback back) {
        actions
            .addObject()
            .put("type", "Postback")
            .put("text", back.label())
            .put("payload", back.payload());
      }
    }
  }

  @Override
  public Optional<ObjectNode> visit(Template template) {
    ObjectNode message = structured("");
    ObjectNode json = element(message, "Notification", "template");
    json.put("id", template.id()).put("language", template.language());
    json.putObject("body").put("text", template.body()).putArray("parameters");
    return Optional.of(message);
  }

  @Override
  public Optional<ObjectNode> visit(DatePicker datePicker) {
    ObjectNode message = structured("");
    ObjectNode json = element(message, "DatePicker", "datePicker").put("title", datePicker.title());
    ArrayNode times = json.putArray("availableTimes");
    for (TimeSlot slot : datePicker.times()) {
      times.addObject().put("dateTime", slot.start().toString()).put("duration", 1800);
    }
    return Optional.of(message);
  }

  @Override
  public Optional<ObjectNode> visit(Selection selection) {
    return Optional.empty();
  }

  /** A kind that does not exist yet, with a text for those who do not know it. */
  @Override
  public Optional<ObjectNode> visit(Opaque opaque) {
    ObjectNode message = structured(opaque.substitute());
    element(message, opaque.type(), "something").put("sum", 1);
    return Optional.of(message);
  }

  private ObjectNode structured(String text) {
    ObjectNode message = Webhooks.text("every-kind", customerId, text).put("type", "Structured");
    if (text.isEmpty()) {
      message.remove("text");
    }
    message.putArray("content");
    return message;
  }

  private static ObjectNode element(ObjectNode message, String type, String field) {
    return message.withArray("/content").addObject().put("contentType", type).putObject(field);
  }
}
