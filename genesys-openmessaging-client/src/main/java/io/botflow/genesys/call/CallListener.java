// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.call;

/**
 * Is told about every attempt of every call, on the calling thread: for metrics, traces and logs.
 * Thread-safe and quick, since the call waits for it. What it throws is logged and goes no further.
 */
@FunctionalInterface
public interface CallListener {

  /**
   * An attempt ended.
   *
   * @param attempt what it did and how it ended
   */
  void attempted(CallAttempt attempt);

  /**
   * A listener that does nothing.
   *
   * @return the listener
   */
  static CallListener none() {
    return attempt -> {};
  }
}
