// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.io.IOException;

/** Thrown when a file has more bytes than allowed. */
public final class MediaTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param maxBytes the largest size allowed, in bytes
   */
  public MediaTooLargeException(long maxBytes) {
    super("the file is larger than " + maxBytes + " bytes");
  }
}
