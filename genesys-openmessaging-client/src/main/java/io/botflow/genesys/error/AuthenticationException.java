// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.error;

/**
 * Genesys Cloud does not accept the credentials or the token (401, or any refusal of the token
 * endpoint). Check client id, client secret and region.
 */
public final class AuthenticationException extends GenesysException {
  /**
   * Creates the exception.
   *
   * @param context what is known about the call
   */
  public AuthenticationException(ErrorContext context) {
    super(context, null);
  }
}
