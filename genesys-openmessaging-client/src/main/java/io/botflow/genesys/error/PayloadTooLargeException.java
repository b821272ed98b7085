// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.error;

/**
 * The request body is larger than Genesys Cloud takes: found before sending (status 0), or answered
 * with 413.
 */
public final class PayloadTooLargeException extends GenesysException {
  /** The largest request body that Genesys Cloud takes, in bytes. */
  public static final int MAX_REQUEST_BYTES = 512_000;

  /**
   * Creates the exception.
   *
   * @param context what is known about the call
   */
  public PayloadTooLargeException(ErrorContext context) {
    super(context, null);
  }
}
