// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

/**
 * Thrown when a request does not prove its sender. The message names the header at fault and never
 * a secret; the bridge answers {@link #status()} and stores nothing.
 */
public final class InvalidSignatureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * Makes the exception.
   *
   * @param status the status to answer: 401 or 403, as the sender's rules demand
   * @param message which proof is missing or wrong
   */
  public InvalidSignatureException(int status, String message) {
    super(message);
    this.status = status;
  }

  /**
   * The status to answer.
   *
   * @return 401 or 403
   */
  public int status() {
    return status;
  }
}
