// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.call;

import java.time.Duration;

/**
 * What Genesys Cloud says about a rate limit in the headers {@code inin-ratelimit-count}, {@code
 * -allowed} and {@code -reset}.
 *
 * @param count the calls counted in the present window
 * @param allowed the calls that a window allows
 * @param reset how long the window still lasts; the header is in seconds
 * @see <a href="https://developer.genesys.cloud/platform/api/rate-limits">Rate limits</a>
 */
public record RateLimit(int count, int allowed, Duration reset) {

  /**
   * Whether the next call within this window would be refused.
   *
   * @return true if nothing is left
   */
  public boolean exhausted() {
    return count >= allowed;
  }
}
