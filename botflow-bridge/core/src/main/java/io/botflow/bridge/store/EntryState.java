// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

/** Where an entry stands: waiting, or in exactly one final state. */
public enum EntryState {
  /** Not done yet. */
  WAITING(false),
  /** Carried as it was. */
  DELIVERED(true),
  /** Carried in another form; the detail lists what changed. */
  DEGRADED(true),
  /** Refused by the far side for good; the detail says why, and the sender was told. */
  REJECTED(true),
  /** Failed for good on our side; waits for someone to replay or discard it. */
  DEAD(true),
  /** A dead letter that someone gave up; the detail says why. */
  DISCARDED(true);

  private final boolean finalState;

  EntryState(boolean finalState) {
    this.finalState = finalState;
  }

  /**
   * Whether nothing more happens to the entry by itself.
   *
   * @return false for {@link #WAITING} only
   */
  public boolean isFinal() {
    return finalState;
  }
}
