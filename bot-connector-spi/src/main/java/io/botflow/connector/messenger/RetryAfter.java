// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import java.time.Duration;
import javax.annotation.Nullable;

/**
 * A failure with which the messenger may say how long it wants to be left alone. An adapter's
 * exceptions implement it, so that the bridge obeys without knowing the messenger.
 */
public interface RetryAfter {

  /**
   * How long the messenger wants us to wait before the next call.
   *
   * @return the time, or null when it does not say
   */
  @Nullable
  Duration retryAfter();
}
