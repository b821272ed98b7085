// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * Lists to pick entries from; other channels only.
 *
 * <p>Mirrors {@code ConversationContentListPicker}.
 *
 * @param id tells several pickers apart
 * @param sections the lists
 * @param receivedMessage what the customer sees before answering
 * @param replyMessage what is shown once it is answered
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListPicker(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("sections") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Section> sections,
    @JsonProperty("receivedMessage") @Nullable PromptMessage receivedMessage,
    @JsonProperty("replyMessage") @Nullable PromptMessage replyMessage,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public ListPicker {
    sections = Copies.list(sections);
    extra = Copies.byName(extra);
  }

  /**
   * One list.
   *
   * <p>Mirrors {@code ConversationContentListPickerSection}.
   *
   * @param title its title
   * @param multipleSelection whether more than one entry may be picked
   * @param items its entries
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Section(
      @JsonProperty("title") @Nullable String title,
      @JsonProperty("multipleSelection") @Nullable Boolean multipleSelection,
      @JsonProperty("items") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Item> items,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public Section {
      items = Copies.list(items);
      extra = Copies.byName(extra);
    }
  }

  /**
   * One entry.
   *
   * <p>Mirrors {@code ConversationContentListPickerItem}.
   *
   * @param id its id
   * @param title what it shows
   * @param subtitle the text under the title
   * @param imageUrl URL of a picture
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(
      @JsonProperty("id") @Nullable String id,
      @JsonProperty("title") @Nullable String title,
      @JsonProperty("subtitle") @Nullable String subtitle,
      @JsonProperty("imageUrl") @Nullable String imageUrl,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public Item {
      extra = Copies.byName(extra);
    }
  }
}
