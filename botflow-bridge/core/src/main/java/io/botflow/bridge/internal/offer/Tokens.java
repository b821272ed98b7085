// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.offer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.bridge.internal.dialogue.StoredValue;
import io.botflow.bridge.internal.offer.OfferBook.Option;
import io.botflow.bridge.store.Notes;
import io.botflow.connector.message.MessageJson;
import java.time.Duration;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * What the tokens behind buttons stand for, each in a note of its own: however much a customer is
 * offered later, a press finds what was meant. Safe for concurrent use.
 */
final class Tokens {
  private final Notes notes;
  private final Duration life;

  Tokens(Notes notes, Duration life) {
    this.notes = notes;
    this.life = life;
  }

  /**
   * What a token stands for.
   *
   * @param messageId the message that offered it, on our side; null when the token is not known
   * @param option the button; null when the token is not known
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Meaning(
      @JsonProperty("message") @Nullable String messageId,
      @JsonProperty("option") @Nullable Option option) {
    private static final StoredValue.Form<Meaning> FORM =
        new StoredValue.Form<>(
            new Meaning(null, null),
            text -> MessageJson.read(text, Meaning.class),
            MessageJson::write);

    /** Shows the message, never what it offered. */
    @Override
    public String toString() {
      return "Meaning[from " + messageId + "]";
    }
  }

  void keep(String route, String userId, String messageId, Option option) {
    note(route, userId, option.sent()).change(before -> new Meaning(messageId, option));
  }

  Optional<Meaning> find(String route, String userId, String token) {
    return Optional.of(note(route, userId, token).read()).filter(it -> it.option() != null);
  }

  /** The names end as those of all notes about a customer do, so that they go with the others. */
  private StoredValue<Meaning> note(String route, String userId, String token) {
    return new StoredValue<>(
        notes, "offer-token:" + token + ":" + route + ":" + userId, life, Meaning.FORM);
  }
}
