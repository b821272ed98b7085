// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.offer;

import io.botflow.bridge.internal.dialogue.StoredValue;
import io.botflow.bridge.internal.offer.OfferBook.Offer;
import io.botflow.bridge.internal.offer.OfferBook.Option;
import io.botflow.bridge.store.Notes;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.DatePicker;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Capabilities;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * Remembers what customers were offered, so that a pressed button, a typed label, a typed number
 * and a press long after all find the message that offered them. Safe for concurrent use, on
 * several instances too.
 */
public final class Offers {
  /** What the ids of messages begin with that the bridge itself wrote. */
  public static final String OWN_MESSAGE = "bot:";

  private static final Duration LIFE = Duration.ofDays(30);
  // A word that someone types next week hardly answers today's question.
  private static final Duration TYPED_LIFE = Duration.ofDays(1);
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})[.)]?");
  private static final int LONGEST_TYPED = 250;

  private final Notes notes;
  private final Clock clock;
  private final Tokens tokens;

  /**
   * Opens the books.
   *
   * @param notes where they are kept
   * @param clock the time of offers
   */
  public Offers(Notes notes, Clock clock) {
    this.notes = notes;
    this.clock = clock;
    this.tokens = new Tokens(notes, LIFE);
  }

  /**
   * What a customer chose.
   *
   * @param selection the button with the payload that its author gave it
   * @param messageId the id on our side of the message that offered it, or null when it is not
   *     known
   */
  public record Chosen(Selection selection, @Nullable String messageId) {
    /** Shows the message, never what was chosen. */
    @Override
    public String toString() {
      return "Chosen[from " + messageId + "]";
    }
  }

  /**
   * The parts with payloads that the messenger can carry in each form that it may give them, since
   * a card may become buttons, and buttons a list: what is too long for one of these is replaced by
   * a token.
   *
   * @param messageId the message's id on our side
   * @param parts the parts
   * @param target what the messenger shows
   * @return the parts
   */
  public List<Part> shortened(String messageId, List<Part> parts, Capabilities target) {
    return parts.stream()
        .map(
            part -> {
              PayloadLimits limits = PayloadLimits.of(target, part.kind());
              return Payloads.changed(
                  part,
                  payload -> limits.allow(payload) ? payload : Payloads.token(messageId, payload));
            })
        .toList();
  }

  /**
   * Remembers what a message offers, if it offers anything. Again for the same message changes
   * nothing.
   *
   * @param route the route's id
   * @param userId the customer
   * @param messageId the message's id on our side
   * @param original the parts as their author wrote them
   * @param shown the parts as the customer sees them
   */
  public void offered(
      String route, String userId, String messageId, List<Part> original, List<Part> shown) {
    List<Option> options = options(messageId, original, shown);
    if (!options.isEmpty()) {
      boolean numbered =
          original.stream().filter(part -> !Payloads.buttons(part).isEmpty()).count() == 1
              && original.stream().noneMatch(Carousel.class::isInstance)
              && shown.stream().allMatch(part -> Payloads.buttons(part).isEmpty());
      book(route, userId)
          .change(book -> book.with(new Offer(messageId, clock.instant(), numbered, options)));
      options.stream()
          .filter(option -> Payloads.isToken(option.sent()))
          .forEach(option -> tokens.keep(route, userId, messageId, option));
    }
  }

  private static List<Option> options(String messageId, List<Part> original, List<Part> shown) {
    List<Option> options = new ArrayList<>();
    for (Part part : original) {
      Selection.Source source =
          part instanceof Choices ? Selection.Source.QUICK_REPLY : Selection.Source.CARD;
      for (Choice button : Payloads.buttons(part)) {
        options.add(option(messageId, button, source, shown));
      }
    }
    if (original.stream().anyMatch(DatePicker.class::isInstance)) {
      shown.stream()
          .flatMap(part -> Payloads.buttons(part).stream())
          .filter(button -> options.stream().noneMatch(o -> o.sent().equals(button.payload())))
          .forEach(
              button ->
                  options.add(
                      new Option(
                          button.label(),
                          button.payload(),
                          button.payload(),
                          Selection.Source.DATE_PICKER)));
    }
    return options;
  }

  private static Option option(
      String messageId, Choice button, Selection.Source source, List<Part> shown) {
    String payload = Payloads.sent(button);
    String token = Payloads.token(messageId, payload);
    boolean replaced =
        shown.stream()
            .flatMap(part -> Payloads.buttons(part).stream())
            .anyMatch(visible -> visible.payload().equals(token));
    return replaced
        ? new Option(button.label(), payload, token, source)
        : new Option(button.label(), button.payload(), button.payload(), source);
  }

  /**
   * Finds what a message of the customer chooses.
   *
   * @param route the route's id
   * @param message what came from the messenger
   * @param typed whether words and numbers count
   * @param origin tells the id on our side of a message that the messenger names
   * @return the choice; empty when the message is no choice, or its button has nothing to give back
   */
  public Optional<Chosen> chosen(
      String route, Message message, boolean typed, Function<String, Optional<String>> origin) {
    if (message.parts().size() != 1) {
      return Optional.empty();
    }
    Part part = message.parts().get(0);
    if (part instanceof Selection selection) {
      return pressed(route, message.peer().userId(), selection, origin);
    }
    return typed && part instanceof Text text && text.text().length() <= LONGEST_TYPED
        ? typed(route, message.peer().userId(), text.text().strip())
        : Optional.empty();
  }

  /**
   * What is lost of a message that is no choice: the button that was pressed stands for something,
   * and nobody knows any more for what.
   *
   * @param message what came from the messenger
   * @param chosen what was found of it
   * @return the loss, or none
   */
  public static List<String> forgotten(Message message, Optional<Chosen> chosen) {
    boolean lost =
        chosen.isEmpty()
            && message.parts().size() == 1
            && message.parts().get(0) instanceof Selection press
            && Payloads.isToken(press.payload());
    return lost
        ? List.of("sent as text, since what its button stands for is not known any more")
        : List.of();
  }

  private Optional<Chosen> pressed(
      String route, String userId, Selection press, Function<String, Optional<String>> origin) {
    Optional<String> named = Optional.ofNullable(press.offeredBy()).flatMap(origin);
    if (Payloads.isToken(press.payload())) {
      return tokens
          .find(route, userId, press.payload())
          .flatMap(
              known ->
                  restored(
                      press, Optional.ofNullable(known.option()), named.orElse(known.messageId())));
    }
    List<Offer> offers = book(route, userId).read().offers();
    Predicate<Option> pressed = option -> option.sent().equals(press.payload());
    if (named.isPresent()) {
      Optional<Option> option =
          Stream.concat(
                  offers.stream().filter(offer -> offer.messageId().equals(named.get())),
                  offers.stream())
              .flatMap(offer -> offer.option(pressed).stream())
              .findFirst();
      return restored(press, option, named.get());
    }
    return offers.stream()
        .flatMap(
            offer ->
                offer
                    .option(pressed)
                    .flatMap(o -> restored(press, Optional.of(o), offer.messageId()))
                    .stream())
        .findFirst()
        .or(() -> restored(press, Optional.empty(), null));
  }

  /** A token that nobody remembers has nothing to give back. */
  private static Optional<Chosen> restored(
      Selection press, Optional<Option> option, @Nullable String messageId) {
    if (option.isPresent()) {
      Option found = option.get();
      String label = press.label().isBlank() ? found.label() : press.label();
      return Optional.of(
          new Chosen(
              new Selection(found.source(), label, found.payload(), press.offeredBy()), messageId));
    }
    return Payloads.isToken(press.payload()) || press.payload().isBlank()
        ? Optional.empty()
        : Optional.of(new Chosen(press, messageId));
  }

  private Optional<Chosen> typed(String route, String userId, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<Offer> offers =
        book(route, userId).read().offers().stream()
            .filter(offer -> offer.at().plus(TYPED_LIFE).isAfter(clock.instant()))
            .toList();
    return Stream.concat(
            offers.stream().limit(1).flatMap(offer -> numbered(offer, text).stream()),
            offers.stream()
                .flatMap(
                    offer ->
                        offer
                            .option(option -> option.says(text))
                            .map(option -> chosen(offer, option))
                            .stream()))
        .findFirst();
  }

  private static Optional<Chosen> numbered(Offer offer, String text) {
    Matcher number = NUMBER.matcher(text);
    if (!offer.numbered() || !number.matches()) {
      return Optional.empty();
    }
    int index = Integer.parseInt(number.group(1)) - 1;
    return index >= 0 && index < offer.options().size()
        ? Optional.of(chosen(offer, offer.options().get(index)))
        : Optional.empty();
  }

  private static Chosen chosen(Offer offer, Option option) {
    return new Chosen(
        new Selection(option.source(), option.label(), option.payload(), null), offer.messageId());
  }

  private StoredValue<OfferBook> book(String route, String userId) {
    return new StoredValue<>(notes, "offers:" + route + ":" + userId, LIFE, OfferBook.FORM);
  }
}
