// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

/**
 * Thrown when the store cannot do what it was asked for now; the caller may try again.
 *
 * <p>Nothing was changed, with one exception that no store can rule out: when it failed while it
 * was committing, the change may have been made. That is harmless: an entry that is accepted again
 * is recognised by its key, and an entry that is completed again no longer waits.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception for a failure that has no cause of its own.
   *
   * @param message what failed; without payloads
   */
  public StoreUnavailableException(String message) {
    super(message);
  }

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
