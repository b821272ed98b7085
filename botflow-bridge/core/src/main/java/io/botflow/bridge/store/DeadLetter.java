// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Duration;
import javax.annotation.Nullable;

/**
 * An entry that failed for good and waits for someone to act.
 *
 * @param sequence its number
 * @param kind what it is
 * @param route the route it travels
 * @param attempts how many attempts failed
 * @param age how long ago it was accepted
 * @param reason why it failed
 */
public record DeadLetter(
    long sequence,
    EntryKind kind,
    String route,
    int attempts,
    Duration age,
    @Nullable String reason) {}
