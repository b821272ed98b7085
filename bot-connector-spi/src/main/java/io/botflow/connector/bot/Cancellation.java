// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

/**
 * Tells a bot that nobody waits for its answer any more: the deadline is over, or the endpoint
 * stops. Its thread is interrupted too. Implementations are safe for concurrent use.
 */
public interface Cancellation {

  /** A turn that nobody cancels. */
  Cancellation NEVER =
      new Cancellation() {
        @Override
        public boolean isCancelled() {
          return false;
        }

        @Override
        public void onCancel(Runnable action) {
          // It never comes to that.
        }
      };

  /**
   * Whether the turn is cancelled.
   *
   * @return true from the moment on at which nobody waits any more
   */
  boolean isCancelled();

  /**
   * Has something done when the turn is cancelled: at once if it is already, never if it ends
   * before.
   *
   * @param action runs once, on another thread; what it throws is logged
   */
  void onCancel(Runnable action);
}
