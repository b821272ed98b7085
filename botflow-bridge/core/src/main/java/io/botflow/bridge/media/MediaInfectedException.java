// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.io.IOException;

/** Thrown when a {@link MediaScanner} found that a file must not reach anybody. */
public final class MediaInfectedException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param finding the name of what was found
   */
  public MediaInfectedException(String finding) {
    super("the virus scan found " + finding);
  }
}
