// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Contact;
import io.botflow.connector.message.DatePicker;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartVisitor;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Template;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.CardLimit;
import io.botflow.connector.messenger.CarouselLimit;
import io.botflow.connector.messenger.TextLimit;

/** Says of each part whether a messenger shows it as it is. */
final class Legality implements PartVisitor<Boolean> {
  private final Capabilities capabilities;

  Legality(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  @Override
  public Boolean visit(Text text) {
    return isText(text.text());
  }

  @Override
  public Boolean visit(Media media) {
    return MediaForms.takes(capabilities, media) && isCaptionLegal(media);
  }

  @Override
  public Boolean visit(Choices choices) {
    return Visible.in(choices.text()) && capabilities.choiceForm(choices).isPresent();
  }

  @Override
  public Boolean visit(Location location) {
    return shown(location);
  }

  @Override
  public Boolean visit(Contact contact) {
    return shown(contact);
  }

  @Override
  public Boolean visit(Card card) {
    CardLimit limit = capabilities.card();
    return limit == null ? shown(card) : Visible.in(card.title()) && limit.refusal(card).isEmpty();
  }

  @Override
  public Boolean visit(Carousel carousel) {
    CarouselLimit limit = capabilities.carousel();
    return limit == null
        ? shown(carousel)
        : carousel.cards().stream().allMatch(card -> Visible.in(card.title()))
            && limit.refusal(carousel).isEmpty();
  }

  @Override
  public Boolean visit(Template template) {
    return shown(template);
  }

  @Override
  public Boolean visit(DatePicker datePicker) {
    return shown(datePicker);
  }

  @Override
  public Boolean visit(Selection selection) {
    return shown(selection);
  }

  @Override
  public Boolean visit(Opaque opaque) {
    return shown(opaque);
  }

  boolean isCaptionLegal(Media media) {
    TextLimit limit = capabilities.caption(media.kind());
    return media.caption() == null
        || (limit != null && capabilities.allows(limit, media.caption()));
  }

  private boolean isText(String text) {
    return Visible.in(text) && capabilities.allows(capabilities.text(), text);
  }

  private boolean shown(Part part) {
    return capabilities.shows(part.kind());
  }
}
