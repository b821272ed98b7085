// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import javax.annotation.Nullable;

/** What a button of a {@link Card} does: open a link, or send a hidden value back. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CardAction.Link.class, name = "link"),
  @JsonSubTypes.Type(value = CardAction.Postback.class, name = "postback")
})
public sealed interface CardAction {

  /**
   * Opens a page.
   *
   * @param label the text on the button; absent on a card's default action
   * @param url the page
   */
  record Link(@Nullable String label, String url) implements CardAction {
    /** {@inheritDoc} */
    public Link {
      Required.text(url, "url");
    }

    /** Shows the kind, never the content. */
    @Override
    public String toString() {
      return "Link[***]";
    }
  }

  /**
   * Sends a hidden value back.
   *
   * @param label the text on the button
   * @param payload the hidden value
   */
  record Postback(String label, String payload) implements CardAction {
    /** {@inheritDoc} */
    public Postback {
      Required.text(label, "label");
      Required.text(payload, "payload");
    }

    /** Shows the kind, never the content. */
    @Override
    public String toString() {
      return "Postback[***]";
    }
  }
}
