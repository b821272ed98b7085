// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import java.io.IOException;

/**
 * Thrown when a file cannot be had, now or later: it is gone, too large, or not ours. The message
 * says which.
 */
public final class MediaUnavailableException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message why; without tokens and customers' content
   */
  public MediaUnavailableException(String message) {
    super(message);
  }
}
