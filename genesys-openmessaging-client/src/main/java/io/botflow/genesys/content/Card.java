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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A title with a picture, a description and buttons.
 *
 * @param title the title
 * @param description the text under the title
 * @param image URL of a picture
 * @param video URL of a film
 * @param defaultAction what a press on the card itself does
 * @param actions the buttons
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Card(
    @JsonProperty("title") @Nullable String title,
    @JsonProperty("description") @Nullable String description,
    @JsonProperty("image") @Nullable String image,
    @JsonProperty("video") @Nullable String video,
    @JsonProperty("defaultAction") @Nullable CardAction defaultAction,
    @JsonProperty("actions") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CardAction> actions,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public Card {
    actions = Copies.list(actions);
    extra = Copies.byName(extra);
  }

  /**
   * Starts a card.
   *
   * @param title the title
   * @return a builder
   */
  public static Builder builder(String title) {
    return new Builder(title);
  }

  /** Collects the parts of a card. Not thread-safe. */
  public static final class Builder {
    private final String title;
    private final List<CardAction> actions = new ArrayList<>();
    @Nullable private String description;
    @Nullable private String image;
    @Nullable private String video;
    @Nullable private CardAction defaultAction;

    private Builder(String title) {
      this.title = Fields.text(title, "card.title");
    }

    /**
     * Sets the text under the title.
     *
     * @param description the text
     * @return this builder
     */
    public Builder description(@Nullable String description) {
      this.description = description;
      return this;
    }

    /**
     * Sets the picture.
     *
     * @param url a public URL
     * @return this builder
     */
    public Builder image(@Nullable String url) {
      this.image = url;
      return this;
    }

    /**
     * Sets the film.
     *
     * @param url a public URL
     * @return this builder
     */
    public Builder video(@Nullable String url) {
      this.video = url;
      return this;
    }

    /**
     * Sets what a press on the card itself does.
     *
     * @param action the action
     * @return this builder
     */
    public Builder defaultAction(@Nullable CardAction action) {
      this.defaultAction = action;
      return this;
    }

    /**
     * Adds a button.
     *
     * @param action the button
     * @return this builder
     */
    public Builder action(CardAction action) {
      actions.add(Fields.present(action, "card.actions[" + actions.size() + "]"));
      return this;
    }

    /**
     * Builds the card.
     *
     * @return the card
     * @throws InvalidFieldException if it has no button
     */
    public Card build() {
      if (actions.isEmpty()) {
        throw new InvalidFieldException("card.actions", "a card needs at least one action");
      }
      return new Card(title, description, image, video, defaultAction, actions, Map.of());
    }
  }
}
