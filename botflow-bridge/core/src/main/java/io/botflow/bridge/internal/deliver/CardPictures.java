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
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.MediaLimit;
import io.botflow.connector.render.Loss;
import io.botflow.connector.render.Rendered;
import io.botflow.connector.render.Renderer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pictures of cards, which are addresses until a message is rendered: only what was fetched
 * shows its type and size. A card whose picture cannot be had goes without it; one whose picture
 * the messenger takes on no card goes without it too, and the picture goes before it by itself.
 */
final class CardPictures {
  private final MediaDepot depot;

  CardPictures(MediaDepot depot) {
    this.depot = depot;
  }

  /** The same message with each picture in the media store, and still legal. */
  Rendered stored(Shipment job, Rendered rendered) throws IOException {
    List<Part> parts = new ArrayList<>();
    List<Loss> losses = new ArrayList<>(rendered.losses());
    for (int i = 0; i < rendered.parts().size(); i++) {
      Part part = rendered.parts().get(i);
      Pictures pictures = new Pictures(job, "rendered-" + i, losses);
      if (part instanceof Card card) {
        Card kept = pictures.stored(card, "");
        parts.addAll(pictures.apart);
        parts.addAll(kept.equals(card) ? List.of(kept) : pictures.rendered(kept));
      } else if (part instanceof Carousel carousel) {
        Carousel kept = pictures.stored(carousel);
        parts.addAll(pictures.apart);
        parts.addAll(kept.equals(carousel) ? List.of(kept) : pictures.rendered(kept));
      } else if (part instanceof Media media && !isStored(media.source())) {
        parts.addAll(pictures.stored(media));
      } else {
        parts.add(part);
      }
    }
    return new Rendered(parts, losses);
  }

  /** The pictures on a card or on the cards of a carousel. */
  static List<MediaSource> of(Part part) {
    return cards(part).flatMap(card -> Stream.ofNullable(card.image())).toList();
  }

  /** A card, or the cards of a carousel, without pictures. */
  static Part without(Part part) {
    return part instanceof Carousel carousel
        ? new Carousel(carousel.cards().stream().map(card -> card.withImage(null)).toList())
        : ((Card) part).withImage(null);
  }

  private static Stream<Card> cards(Part part) {
    if (part instanceof Carousel carousel) {
      return carousel.cards().stream();
    }
    return part instanceof Card card ? Stream.of(card) : Stream.empty();
  }

  private static boolean isStored(MediaSource source) {
    return source instanceof MediaSource.Stored;
  }

  /** The pictures of one part. */
  private final class Pictures {
    private final Shipment job;
    private final String place;
    private final Capabilities target;
    private final List<Loss> losses;

    /** What the messenger takes on no card, in the form that it takes by itself. */
    private final List<Part> apart = new ArrayList<>();

    Pictures(Shipment job, String place, List<Loss> losses) {
      this.job = job;
      this.place = place;
      this.target = job.route().adapter().capabilities();
      this.losses = losses;
    }

    Carousel stored(Carousel carousel) throws IOException {
      List<Card> cards = new ArrayList<>();
      for (int i = 0; i < carousel.cards().size(); i++) {
        cards.add(stored(carousel.cards().get(i), "-" + i));
      }
      return new Carousel(cards);
    }

    Card stored(Card card, String suffix) throws IOException {
      MediaSource image = card.image();
      if (image == null || isStored(image)) {
        return card;
      }
      Media kept;
      try {
        kept = kept(Media.of(Media.Type.IMAGE, image), suffix);
      } catch (MediaTooLargeException | MediaInfectedException | FetchException e) {
        losses.add(refused(PartKind.IMAGE, e));
        return card.withImage(null);
      }
      MediaLimit limit = target.media(PartKind.IMAGE);
      if (limit == null || limit.allows(kept.mimeType(), kept.sizeBytes())) {
        return card.withImage(kept.source());
      }
      losses.add(new Loss(card.kind(), "its picture goes apart: of no type and size for a card"));
      apart.addAll(rendered(kept));
      return card.withImage(null);
    }

    /** A picture by itself, whose type was a guess until now. */
    List<Part> stored(Media picture) throws IOException {
      try {
        return rendered(kept(picture, ""));
      } catch (MediaTooLargeException | MediaInfectedException | FetchException e) {
        losses.add(refused(picture.kind(), e));
        String caption = picture.caption();
        return caption == null || caption.isBlank() ? List.of() : rendered(new Text(caption));
      }
    }

    List<Part> rendered(Part part) {
      Rendered again =
          Renderer.render(List.of(part), target, media -> Optional.of(depot.link(media)));
      losses.addAll(again.losses());
      return again.parts();
    }

    private Media kept(Media picture, String suffix) throws IOException {
      return (Media) depot.keep(picture, job.mediaKey(place + suffix), job.route().adapter());
    }

    /** Rethrows what may pass. */
    private Loss refused(PartKind kind, IOException e) throws IOException {
      if (e instanceof FetchException fetch && !fetch.permanent()) {
        throw e;
      }
      return new Loss(kind, "left out, since it could not be fetched: " + e.getMessage());
    }
  }
}
