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
 * A form to fill in, or its answers; other channels only.
 *
 * <p>Mirrors {@code ConversationContentForm}.
 *
 * @param introduction what the form is about
 * @param formPages its pages
 * @param receivedMessage what the customer sees before answering
 * @param replyMessage what is shown once it is answered
 * @param showSummary whether a summary is shown at the end
 * @param response the answers
 * @param originatingMessageId the message that brought the form
 * @param cannedResponseId the canned response that the form was made from
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Form(
    @JsonProperty("introduction") @Nullable Introduction introduction,
    @JsonProperty("formPages") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Page> formPages,
    @JsonProperty("receivedMessage") @Nullable PromptMessage receivedMessage,
    @JsonProperty("replyMessage") @Nullable PromptMessage replyMessage,
    @JsonProperty("showSummary") @Nullable Boolean showSummary,
    @JsonProperty("response") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Answer> response,
    @JsonProperty("originatingMessageId") @Nullable String originatingMessageId,
    @JsonProperty("cannedResponseId") @Nullable String cannedResponseId,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public Form {
    formPages = Copies.list(formPages);
    response = Copies.list(response);
    extra = Copies.byName(extra);
  }

  /**
   * What a form is about.
   *
   * <p>Mirrors {@code ConversationContentIntroduction}.
   *
   * @param title the title
   * @param subtitle the text under the title
   * @param imageUrl URL of a picture
   * @param buttonText what its button shows
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Introduction(
      @JsonProperty("title") @Nullable String title,
      @JsonProperty("subtitle") @Nullable String subtitle,
      @JsonProperty("imageUrl") @Nullable String imageUrl,
      @JsonProperty("buttonText") @Nullable String buttonText,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public Introduction {
      extra = Copies.byName(extra);
    }
  }

  /**
   * One page.
   *
   * <p>Mirrors {@code ConversationFormPage}.
   *
   * @param title the title
   * @param subtitle the text under the title
   * @param pageComponents what is asked on it
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(
      @JsonProperty("title") @Nullable String title,
      @JsonProperty("subtitle") @Nullable String subtitle,
      @JsonProperty("pageComponents") @JsonInclude(JsonInclude.Include.NON_EMPTY)
          List<Component> pageComponents,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public Page {
      pageComponents = Copies.list(pageComponents);
      extra = Copies.byName(extra);
    }
  }

  /**
   * One question: the one of its fields that its type names.
   *
   * <p>Mirrors {@code ConversationFormPageComponent}.
   *
   * @param formComponentType {@code ListPicker}, {@code DatePicker}, {@code WheelPicker} or {@code
   *     Input}
   * @param datePicker times to pick from
   * @param wheelPicker entries to pick one of
   * @param listPicker lists to pick from
   * @param input a text to type
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Component(
      @JsonProperty("formComponentType") @Nullable String formComponentType,
      @JsonProperty("datePicker") @Nullable DatePicker datePicker,
      @JsonProperty("wheelPicker") @Nullable WheelPicker wheelPicker,
      @JsonProperty("listPicker") @Nullable ListPicker listPicker,
      @JsonProperty("input") @Nullable Input input,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public Component {
      extra = Copies.byName(extra);
    }
  }

  /**
   * Entries to pick one of.
   *
   * <p>Mirrors {@code ConversationContentWheelPicker}.
   *
   * @param id tells several pickers apart
   * @param items the entries
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WheelPicker(
      @JsonProperty("id") @Nullable String id,
      @JsonProperty("items") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WheelItem> items,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public WheelPicker {
      items = Copies.list(items);
      extra = Copies.byName(extra);
    }
  }

  /**
   * One entry of a wheel.
   *
   * <p>Mirrors {@code ConversationContentWheelPickerItem}.
   *
   * @param id its id
   * @param title what it shows
   * @param value its value
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WheelItem(
      @JsonProperty("id") @Nullable String id,
      @JsonProperty("title") @Nullable String title,
      @JsonProperty("value") @Nullable String value,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public WheelItem {
      extra = Copies.byName(extra);
    }
  }

  /**
   * A text to type.
   *
   * <p>Mirrors {@code ConversationContentInput}.
   *
   * @param id its id
   * @param title the title
   * @param subtitle the text under the title
   * @param placeholderText what is shown while it is empty
   * @param keyboardType for example {@code Number} or {@code Email}
   * @param autoCompleteType for example {@code Name} or {@code PostalCode}
   * @param isRequired whether it must be filled in
   * @param isMultipleLine whether it may have several lines
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Input(
      @JsonProperty("id") @Nullable String id,
      @JsonProperty("title") @Nullable String title,
      @JsonProperty("subtitle") @Nullable String subtitle,
      @JsonProperty("placeholderText") @Nullable String placeholderText,
      @JsonProperty("keyboardType") @Nullable String keyboardType,
      @JsonProperty("autoCompleteType") @Nullable String autoCompleteType,
      @JsonProperty("isRequired") @Nullable Boolean isRequired,
      @JsonProperty("isMultipleLine") @Nullable Boolean isMultipleLine,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public Input {
      extra = Copies.byName(extra);
    }
  }

  /**
   * One answer.
   *
   * <p>Mirrors {@code ConversationFormResponseComponent}.
   *
   * @param id the question
   * @param component what was answered, as the press of a button
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Answer(
      @JsonProperty("id") @Nullable String id,
      @JsonProperty("component") @Nullable Content component,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public Answer {
      extra = Copies.byName(extra);
    }
  }
}
