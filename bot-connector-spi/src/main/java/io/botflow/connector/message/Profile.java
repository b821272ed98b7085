// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import javax.annotation.Nullable;

/**
 * What a messenger tells of a customer; every part may be absent.
 *
 * @param displayName the name or nickname to show
 * @param firstName the first name
 * @param lastName the last name
 * @param language the customer's language as a BCP 47 tag, for example {@code uk}
 * @param phone the phone number, as the messenger gives it
 */
public record Profile(
    @Nullable String displayName,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String language,
    @Nullable String phone) {

  /** Shows nothing personal. */
  @Override
  public String toString() {
    return "Profile[***]";
  }
}
