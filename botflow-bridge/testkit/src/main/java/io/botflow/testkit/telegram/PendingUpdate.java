// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * An update that the bot has not confirmed.
 *
 * @param sequence its place in the queue; unlike the id never given twice, not even to a duplicate
 * @param id the {@code update_id}
 * @param kind for example {@code message}
 * @param chat the chat within which order is kept
 * @param body the whole update as sent; not changed after this
 * @param expiresAt when Telegram gives it up
 */
record PendingUpdate(
    long sequence, long id, String kind, long chat, ObjectNode body, Instant expiresAt) {}
