// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import java.util.List;
import java.util.Map;

/**
 * Several cards side by side.
 *
 * @param cards the cards
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Carousel(
    @JsonProperty("cards") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Card> cards,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public Carousel {
    cards = Copies.list(cards);
    extra = Copies.byName(extra);
  }

  /**
   * A carousel of cards.
   *
   * @param cards 1 to 10 cards
   * @return the carousel
   * @throws InvalidFieldException if there are fewer or more
   */
  public static Carousel of(List<Card> cards) {
    Fields.size(cards, 1, 10, "carousel.cards");
    return new Carousel(cards, Map.of());
  }
}
