// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.error;

/** The request conflicts with the present state of what it addresses (409, 412). */
public final class ConflictException extends GenesysException {
  /**
   * Creates the exception.
   *
   * @param context what is known about the call
   */
  public ConflictException(ErrorContext context) {
    super(context, null);
  }
}
