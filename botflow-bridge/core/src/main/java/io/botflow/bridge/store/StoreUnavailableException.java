// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

/**
 * Thrown when the store cannot do what it was asked for now: nothing was changed, and the caller
 * may try again.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what failed; without payloads
   * @param cause the failure
   */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
