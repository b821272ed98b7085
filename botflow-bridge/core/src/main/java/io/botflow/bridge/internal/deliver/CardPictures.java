// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.media.FetchException;
import io.botflow.bridge.media.MediaInfectedException;
import io.botflow.bridge.media.MediaTooLargeException;
import io.botflow.connector.message.Card;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.message.Text;
import io.botflow.connector.render.Loss;
import io.botflow.connector.render.Rendered;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pictures of cards, which are addresses until a message is rendered. A card whose picture
 * cannot be had goes without it.
 */
final class CardPictures {
  private final MediaDepot depot;

  CardPictures(MediaDepot depot) {
    this.depot = depot;
  }

  /** The same message with each picture in the media store. */
  Rendered stored(Shipment job, Rendered rendered) throws IOException {
    List<Part> parts = new ArrayList<>();
    List<Loss> losses = new ArrayList<>(rendered.losses());
    for (int i = 0; i < rendered.parts().size(); i++) {
      Part part = rendered.parts().get(i);
      String place = "rendered-" + i;
      if (part instanceof Card card) {
        parts.add(stored(job, card, place, losses));
      } else if (part instanceof Carousel carousel) {
        parts.add(stored(job, carousel, place, losses));
      } else if (part instanceof Media picture && !isStored(picture.source())) {
        stored(job, picture, place, losses).ifPresent(parts::add);
      } else {
        parts.add(part);
      }
    }
    return new Rendered(parts, losses);
  }

  private Carousel stored(Shipment job, Carousel carousel, String place, List<Loss> losses)
      throws IOException {
    List<Card> cards = new ArrayList<>();
    for (int i = 0; i < carousel.cards().size(); i++) {
      cards.add(stored(job, carousel.cards().get(i), place + "-" + i, losses));
    }
    return new Carousel(cards);
  }

  private Card stored(Shipment job, Card card, String place, List<Loss> losses) throws IOException {
    MediaSource image = card.image();
    if (image == null || isStored(image)) {
      return card;
    }
    try {
      return card.withImage(kept(job, Media.of(Media.Type.IMAGE, image), place).source());
    } catch (MediaTooLargeException | MediaInfectedException | FetchException e) {
      losses.add(refused(PartKind.IMAGE, e));
      return card.withImage(null);
    }
  }

  private Optional<Part> stored(Shipment job, Media picture, String place, List<Loss> losses)
      throws IOException {
    try {
      return Optional.of(kept(job, picture, place));
    } catch (MediaTooLargeException | MediaInfectedException | FetchException e) {
      losses.add(refused(picture.kind(), e));
      String caption = picture.caption();
      return caption == null || caption.isBlank()
          ? Optional.empty()
          : Optional.of(new Text(caption));
    }
  }

  private Media kept(Shipment job, Media picture, String place) throws IOException {
    return (Media) depot.keep(picture, job.mediaKey(place), job.route().adapter());
  }

  /** Rethrows what may pass. */
  private static Loss refused(PartKind kind, IOException e) throws IOException {
    if (e instanceof FetchException fetch && !fetch.permanent()) {
      throw e;
    }
    return new Loss(kind, "left out, since it could not be fetched: " + e.getMessage());
  }

  private static boolean isStored(MediaSource source) {
    return source instanceof MediaSource.Stored;
  }
}
