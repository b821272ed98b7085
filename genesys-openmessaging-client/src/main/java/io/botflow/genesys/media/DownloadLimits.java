// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.media;

import java.time.Duration;
import java.util.Objects;

/**
 * What a download may cost.
 *
 * @param maxBytes the greatest length of a file in bytes, more than zero
 * @param maxTime how long it may take, from asking to the last byte read, more than zero
 */
public record DownloadLimits(long maxBytes, Duration maxTime) {
  /** The greatest attachment that Genesys Cloud takes and gives, in bytes. */
  public static final long MAX_ATTACHMENT_BYTES = 25L * 1024 * 1024;

  /** {@inheritDoc} */
  public DownloadLimits {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes: must be more than zero");
    }
    Objects.requireNonNull(maxTime, "maxTime");
    if (maxTime.isZero() || maxTime.isNegative()) {
      throw new IllegalArgumentException("maxTime: must be more than zero");
    }
  }

  /**
   * Limits that any attachment of Genesys Cloud keeps to.
   *
   * @return 25 MB within 1 minute
   */
  public static DownloadLimits defaults() {
    return new DownloadLimits(MAX_ATTACHMENT_BYTES, Duration.ofMinutes(1));
  }
}
