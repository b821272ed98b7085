// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

/** Thrown when a worker's lease ran out and somebody else may work on the lane. */
public final class LaneLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LaneLostException() {
    super("the lane's lease ran out");
  }
}
