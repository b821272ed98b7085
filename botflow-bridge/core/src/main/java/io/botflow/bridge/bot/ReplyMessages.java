// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.render.Loss;
import io.botflow.connector.render.Rendered;
import io.botflow.connector.render.Renderer;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import io.botflow.genesys.content.Content;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * One answer's messages on their way to Genesys Cloud. Used once. What the version of the protocol
 * does not carry takes one step down, by the same {@link Renderer} as for a messenger.
 */
final class ReplyMessages {
  private static final int MOST_CARDS = 10;

  private final Carrier carrier;
  private final ReplyLinks links;
  private final List<ReplyMessage> messages = new ArrayList<>();
  private final List<Loss> losses = new ArrayList<>();

  ReplyMessages(Carrier carrier, ReplyLinks links) {
    this.carrier = carrier;
    this.links = links;
  }

  /** The messages, in the order of the parts; each is legal in this version. */
  List<ReplyMessage> of(List<Part> parts) {
    parts.forEach(this::add);
    return List.copyOf(messages);
  }

  /** What changed on the way. */
  List<Loss> losses() {
    return List.copyOf(losses);
  }

  private void add(Part given) {
    Part part = given instanceof Media media ? addressed(media) : given;
    Rendered rendered = Renderer.render(List.of(part), carrierOf(part), links::of);
    losses.addAll(rendered.losses());
    if (rendered.parts().equals(List.of(part))) {
      write(part);
    } else {
      rendered.parts().forEach(this::add);
    }
  }

  /** The address is made once: two of one file may differ, or the second may fail. */
  private Part addressed(Media media) {
    return links
        .of(media)
        .<Part>map(
            address ->
                new Media(
                    media.type(),
                    new MediaSource.Url(address),
                    media.mimeType(),
                    media.fileName(),
                    media.sizeBytes(),
                    media.caption(),
                    media.sha256()))
        .orElse(media);
  }

  /** What the protocol carries of this very part, beyond what it carries of its kind. */
  private Capabilities carrierOf(Part part) {
    if (part instanceof Media media && links.of(media).isEmpty()) {
      return carrier.withoutMedia();
    }
    if (part instanceof Card card && card.actions().isEmpty()) {
      return carrier.withoutCards();
    }
    if (part instanceof Carousel carousel && !isLegal(carousel)) {
      return carrier.withoutCarousels();
    }
    return carrier.all();
  }

  /** Each card needs a button, and each button must tell its card when it is pressed. */
  private static boolean isLegal(Carousel carousel) {
    Set<CardAction> postbacks = new HashSet<>();
    return carousel.cards().stream().noneMatch(card -> card.actions().isEmpty())
        && carousel.cards().stream()
            .flatMap(card -> card.actions().stream().distinct())
            .filter(CardAction.Postback.class::isInstance)
            .allMatch(postbacks::add);
  }

  private void write(Part part) {
    if (part instanceof Text text) {
      messages.add(ReplyMessage.text(text.text()));
    } else if (part instanceof Choices choices) {
      structured(
          choices.text(),
          choices.options().stream().map(GenesysForms::quickReply).map(Content::of).toList());
    } else if (part instanceof Card card) {
      structured(fallback(List.of(card)), List.of(Content.of(card(card))));
    } else if (part instanceof Carousel carousel) {
      write(carousel);
    } else if (part instanceof Media media) {
      messages.add(attachment(media, links.of(media).orElseThrow()));
    } else {
      throw new IllegalStateException("no form for " + part.kind());
    }
  }

  private void write(Carousel carousel) {
    List<Card> cards = carousel.cards();
    if (cards.size() > MOST_CARDS) {
      losses.add(new Loss(PartKind.CAROUSEL, "split, it has " + cards.size() + " cards"));
    }
    for (int from = 0; from < cards.size(); from += MOST_CARDS) {
      List<Card> some = cards.subList(from, Math.min(from + MOST_CARDS, cards.size()));
      structured(
          fallback(some),
          List.of(
              Content.of(
                  io.botflow.genesys.content.Carousel.of(some.stream().map(this::card).toList()))));
    }
  }

  /** A file goes into a text message, whose text is the caption. */
  private static ReplyMessage attachment(Media media, URI address) {
    String caption = media.caption();
    return ReplyMessage.attachment(
        caption == null || caption.isBlank() ? null : caption,
        GenesysForms.attachment(media, address));
  }

  private void structured(@Nullable String fallback, List<Content> content) {
    messages.add(ReplyMessage.structured(fallback, content));
  }

  private io.botflow.genesys.content.Card card(Card card) {
    List<CardAction> actions = card.actions().stream().distinct().toList();
    if (actions.size() < card.actions().size()) {
      losses.add(new Loss(PartKind.CARD, "a button that was there twice is there once"));
    }
    URI image =
        card.image() == null ? null : links.of(GenesysForms.picture(card.image())).orElse(null);
    if (card.image() != null && image == null) {
      losses.add(new Loss(PartKind.CARD, "without its picture, which has no address"));
    }
    return GenesysForms.card(
        new Card(card.title(), card.description(), card.image(), card.defaultAction(), actions),
        image);
  }

  /** What channels show that have no cards. */
  private static String fallback(List<Card> cards) {
    return cards.stream()
        .map(card -> new Card(card.title(), card.description(), null, null, card.actions()))
        .flatMap(ReplyMessages::texts)
        .collect(Collectors.joining("\n\n"));
  }

  private static Stream<String> texts(Card card) {
    return Renderer.render(List.of(card), Carrier.TEXT_ONLY).parts().stream()
        .filter(Text.class::isInstance)
        .map(text -> ((Text) text).text());
  }
}
