// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * One piece of a {@link Message}: a text, a picture, a set of buttons. Parts are immutable values.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "part", visible = true)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Text.class, name = "text"),
  @JsonSubTypes.Type(value = Media.class, name = "media"),
  @JsonSubTypes.Type(value = Location.class, name = "location"),
  @JsonSubTypes.Type(value = Contact.class, name = "contact"),
  @JsonSubTypes.Type(value = Choices.class, name = "choices"),
  @JsonSubTypes.Type(value = Card.class, name = "card"),
  @JsonSubTypes.Type(value = Carousel.class, name = "carousel"),
  @JsonSubTypes.Type(value = Template.class, name = "template"),
  @JsonSubTypes.Type(value = DatePicker.class, name = "datePicker"),
  @JsonSubTypes.Type(value = Selection.class, name = "selection"),
  @JsonSubTypes.Type(value = Opaque.class, name = "opaque")
})
public sealed interface Part
    permits Text,
        Media,
        Location,
        Contact,
        Choices,
        Card,
        Carousel,
        Template,
        DatePicker,
        Selection,
        Opaque {

  /**
   * What kind of content this is.
   *
   * @return the kind
   */
  PartKind kind();

  /**
   * Calls the visitor's method for this part.
   *
   * @param visitor what to call
   * @param <R> what the visitor returns
   * @return the visitor's result
   */
  <R> R accept(PartVisitor<R> visitor);
}
