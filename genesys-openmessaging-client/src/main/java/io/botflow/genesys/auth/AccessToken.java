// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.auth;

import io.botflow.genesys.internal.json.Fields;
import java.time.Instant;
import java.util.Objects;

/** A bearer token with the moment it runs out. Immutable; prints as {@code ***}. */
public final class AccessToken {
  private final String value;
  private final Instant expiresAt;

  private AccessToken(String value, Instant expiresAt) {
    this.value = Fields.text(value, "accessToken");
    this.expiresAt = Objects.requireNonNull(expiresAt, "expiresAt");
  }

  /**
   * A token.
   *
   * @param value the secret text
   * @param expiresAt from when on it is of no use
   * @return the token
   */
  public static AccessToken of(String value, Instant expiresAt) {
    return new AccessToken(value, expiresAt);
  }

  /**
   * The secret text.
   *
   * @return what follows {@code Bearer}
   */
  public String value() {
    return value;
  }

  /**
   * From when on the token is of no use.
   *
   * @return the end of its life, by the clock of whoever made it
   */
  public Instant expiresAt() {
    return expiresAt;
  }

  @Override
  public String toString() {
    return "AccessToken[***, expiresAt=" + expiresAt + "]";
  }
}
