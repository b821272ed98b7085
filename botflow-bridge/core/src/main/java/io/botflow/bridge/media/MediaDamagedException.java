// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.io.IOException;

/** A stored file is not what was stored: fetch it anew and put it in its place. */
public final class MediaDamagedException extends IOException {

  /**
   * What is known to be damaged.
   *
   * @param message what is wrong with the file; without its name
   */
  public MediaDamagedException(String message) {
    super(message);
  }
}
