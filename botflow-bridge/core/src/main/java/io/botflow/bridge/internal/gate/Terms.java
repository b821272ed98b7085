// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.gate;

import javax.annotation.Nullable;

/**
 * On what terms lanes pass to a target.
 *
 * @param meter counts the requests, or null when nobody does
 * @param heldBack whether lanes wait while the target is away or limited; false where most of what
 *     they carry goes elsewhere
 */
public record Terms(@Nullable Meter meter, boolean heldBack) {
  /** A target that does not count requests. */
  public static final Terms UNCOUNTED = new Terms(null, true);
}
