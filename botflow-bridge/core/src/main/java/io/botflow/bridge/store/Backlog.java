// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Duration;

/**
 * What waits for a target.
 *
 * @param target where it leads, as in {@link NewEntry#target()}
 * @param lanes in how many lanes something waits
 * @param entries how many entries wait
 * @param oldest how long ago the oldest of those that are first in their lanes was accepted or last
 *     replayed
 */
public record Backlog(String target, int lanes, long entries, Duration oldest) {}
