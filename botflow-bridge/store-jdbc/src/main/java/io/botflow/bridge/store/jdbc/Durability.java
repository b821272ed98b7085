// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

/** What a change survives once the call that made it has returned. */
public enum Durability {
  /** The process may be killed and the machine may lose power: each commit reaches the disk. */
  POWER_LOSS,
  /** The process may be killed; losing power can cost the last changes, never the file. */
  PROCESS_CRASH
}
