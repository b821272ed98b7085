// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import java.io.IOException;

/**
 * Thrown when the messenger answered that it does not give a file, and left open whether it ever
 * will. Asking again may help; whoever asks decides for how long.
 *
 * <p>It is about this one file: a messenger that is away, or refuses everybody, is a plain {@link
 * IOException}.
 */
public final class MediaWithheldException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what the messenger said; without tokens and customers' content
   */
  public MediaWithheldException(String message) {
    super(message);
  }
}
