// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.auth;

import java.time.Instant;
import java.util.Objects;

/**
 * Where the tokens of API calls come from. Called before every call, so implementations cache; they
 * must be thread-safe.
 */
public interface AccessTokenProvider {

  /**
   * The token to use now.
   *
   * @return a token that is believed to be valid
   * @throws io.botflow.genesys.error.GenesysException if none can be obtained
   */
  AccessToken token();

  /**
   * Reports that the API refused a token. Has no effect when the provider has a newer one already.
   *
   * @param rejected the token that was refused
   */
  void invalidate(AccessToken rejected);

  /**
   * A provider of one fixed token, for example a user's. A refused token is offered again: there is
   * no other.
   *
   * @param token the secret text
   * @return the provider
   */
  static AccessTokenProvider fixed(String token) {
    AccessToken only = AccessToken.of(Objects.requireNonNull(token, "token"), Instant.MAX);
    return new AccessTokenProvider() {
      @Override
      public AccessToken token() {
        return only;
      }

      @Override
      public void invalidate(AccessToken rejected) {
        // There is no other token to fall back on: the repeated call fails, and that tells the
        // user.
      }

      @Override
      public String toString() {
        return "AccessTokenProvider[***]";
      }
    };
  }
}
