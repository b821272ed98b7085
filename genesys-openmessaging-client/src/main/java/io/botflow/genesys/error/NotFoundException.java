// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.error;

/** The addressed thing does not exist (404). Check the integration id and the region. */
public final class NotFoundException extends GenesysException {
  /**
   * Creates the exception.
   *
   * @param context what is known about the call
   */
  public NotFoundException(ErrorContext context) {
    super(context, null);
  }
}
