// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.media;

import java.io.IOException;

/** A file is longer, or takes longer, than its {@link DownloadLimits} allow. */
public final class DownloadLimitException extends IOException {
  /**
   * Creates the exception.
   *
   * @param message which limit
   */
  public DownloadLimitException(String message) {
    super(message);
  }
}
