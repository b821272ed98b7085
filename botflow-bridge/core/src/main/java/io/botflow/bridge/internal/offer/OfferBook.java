// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.offer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.bridge.internal.dialogue.StoredValue;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.message.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The last offers to one customer, the newest first. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OfferBook(@JsonProperty("offers") List<Offer> offers) {
  static final OfferBook EMPTY = new OfferBook(List.of());
  static final StoredValue.Form<OfferBook> FORM =
      new StoredValue.Form<>(
          EMPTY, text -> MessageJson.read(text, OfferBook.class), MessageJson::write);
  private static final int MOST_OFFERS = 10;

  /**
   * What one message offered.
   *
   * @param messageId the message's id on our side
   * @param at when it was offered
   * @param numbered whether the customer read numbers in place of buttons
   * @param options what could be chosen, in order
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Offer(
      @JsonProperty("message") String messageId,
      @JsonProperty("at") Instant at,
      @JsonProperty("numbered") boolean numbered,
      @JsonProperty("options") List<Option> options) {
    Offer {
      options = List.copyOf(options);
    }

    Optional<Option> option(Predicate<Option> wanted) {
      return options.stream().filter(wanted).findFirst();
    }
  }

  /**
   * One thing to choose.
   *
   * @param label what the customer reads
   * @param payload what the author of the offer wants to get back
   * @param sent what the messenger gives back in its place
   * @param source what kind of button it is
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Option(
      @JsonProperty("label") String label,
      @JsonProperty("payload") String payload,
      @JsonProperty("sent") String sent,
      @JsonProperty("source") Selection.Source source) {
    boolean says(String text) {
      return label.strip().equalsIgnoreCase(text);
    }
  }

  OfferBook {
    offers = List.copyOf(offers);
  }

  /** A message that is sent again replaces its earlier entry. */
  OfferBook with(Offer offer) {
    List<Offer> all = new ArrayList<>();
    all.add(offer);
    offers.stream()
        .filter(known -> !known.messageId().equals(offer.messageId()))
        .limit(MOST_OFFERS - 1L)
        .forEach(all::add);
    return new OfferBook(all);
  }

  /** Shows how many there are, never what they say. */
  @Override
  public String toString() {
    return "OfferBook[" + offers.size() + " offers]";
  }
}
