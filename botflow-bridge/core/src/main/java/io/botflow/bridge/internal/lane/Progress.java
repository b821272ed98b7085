// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import io.botflow.bridge.store.Link;

/** Where a handler records a part that is done while others are still to come. */
@FunctionalInterface
public interface Progress {

  /**
   * Records a part durably.
   *
   * @param link the part's ids on both sides
   * @throws LaneLostException if the lane is no longer this worker's: the handler stops at once
   */
  void record(Link link);
}
