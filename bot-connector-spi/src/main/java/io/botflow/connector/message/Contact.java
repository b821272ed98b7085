// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.util.Objects;
import javax.annotation.Nullable;

/**
 * A person's name and phone number.
 *
 * @param name the name to show
 * @param phoneNumber the phone number as the messenger gives it
 * @param vcard the whole card as a vCard, if given
 * @param own true when the customer shared their own number
 */
public record Contact(String name, String phoneNumber, @Nullable String vcard, boolean own)
    implements Part {

  /** {@inheritDoc} */
  public Contact {
    Objects.requireNonNull(name, "name");
    Required.text(phoneNumber, "phoneNumber");
  }

  /**
   * Someone's name and number, without a vCard.
   *
   * @param name the name to show
   * @param phoneNumber the phone number
   * @return the part
   */
  public static Contact of(String name, String phoneNumber) {
    return new Contact(name, phoneNumber, null, false);
  }

  @Override
  public PartKind kind() {
    return PartKind.CONTACT;
  }

  @Override
  public <R> R accept(PartVisitor<R> visitor) {
    return visitor.visit(this);
  }

  /** Shows the kind, never the content. */
  @Override
  public String toString() {
    return "Contact[***]";
  }
}
