// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.net;

import java.time.Instant;
import java.util.Objects;

/**
 * A fault that happened.
 *
 * @param at when it happened to the client, by the system's clock
 * @param fault what happened
 */
public record Strike(Instant at, Fault fault) {

  /** {@inheritDoc} */
  public Strike {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(fault, "fault");
  }
}
