// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.render.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * A card of Genesys Cloud: what goes before it, and the card if there are words for one. A card
 * without a title has its description for one, or what its first button shows.
 *
 * @param media the card's film, and the picture of a card without any words
 * @param card the card
 */
record WireCard(List<Media> media, Optional<Card> card) {

  static WireCard of(io.botflow.genesys.content.Card wire, List<Loss> losses) {
    List<Media> media = new ArrayList<>();
    WireMedia.of(Media.Type.VIDEO, wire.video(), PartKind.CARD, losses)
        .ifPresent(
            film -> {
              losses.add(new Loss(PartKind.CARD, "its film goes before it"));
              media.add(film);
            });
    List<CardAction> actions = new ArrayList<>();
    wire.actions().forEach(each -> WireButtons.action(each, losses).ifPresent(actions::add));
    CardAction pressed =
        wire.defaultAction() == null
            ? null
            : WireButtons.action(wire.defaultAction(), losses).orElse(null);
    Optional<MediaSource> image =
        WireMedia.source(wire.image(), Media.Type.IMAGE, PartKind.CARD, losses);
    String title = Words.first(wire.title(), wire.description(), label(actions, pressed));
    if (title == null) {
      image.ifPresent(source -> media.add(Media.of(Media.Type.IMAGE, source)));
      return new WireCard(media, Optional.empty());
    }
    String description = Words.none(wire.title()) ? null : wire.description();
    return new WireCard(
        media, Optional.of(new Card(title, description, image.orElse(null), pressed, actions)));
  }

  private static @Nullable String label(List<CardAction> actions, @Nullable CardAction pressed) {
    CardAction first = actions.isEmpty() ? pressed : actions.get(0);
    if (first instanceof CardAction.Link link) {
      return Words.first(link.label(), link.url());
    }
    return first instanceof CardAction.Postback back ? back.label() : null;
  }
}
