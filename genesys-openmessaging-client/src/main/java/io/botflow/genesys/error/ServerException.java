// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.error;

/**
 * Genesys Cloud failed to answer properly (5xx, and 408). Whether the call had an effect is not
 * known.
 */
public final class ServerException extends GenesysException {
  /**
   * Creates the exception.
   *
   * @param context what is known about the call
   */
  public ServerException(ErrorContext context) {
    super(context, null);
  }

  @Override
  public boolean temporary() {
    return true;
  }
}
