// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Instant;
import javax.annotation.Nullable;

/**
 * One hop that touched the simulator, told without what anybody said.
 *
 * @param time when the hop was over
 * @param kind what it was
 * @param from who acted, for example {@code integration Telegram} or {@code bot order-bot}
 * @param to who was addressed, in the same form; {@code genesys} is the platform
 * @param conversationId the conversation, or null when there is none
 * @param messageId the platform's message id, or null when the hop is about none
 * @param status the HTTP status; 0 for a hop that is no HTTP request, and -1 for a request that got
 *     no answer
 * @param note a detail, for example the intent of a bot's answer or the number of an attempt; may
 *     be empty
 */
public record TrafficEvent(
    Instant time,
    Kind kind,
    String from,
    String to,
    @Nullable String conversationId,
    @Nullable String messageId,
    int status,
    String note) {

  /** What a hop is. */
  public enum Kind {
    /** A request for an access token. */
    TOKEN,
    /** An inbound message. */
    INBOUND_MESSAGE,
    /** An inbound typing event. */
    INBOUND_EVENT,
    /** A receipt for an outbound message. */
    INBOUND_RECEIPT,
    /** A press of a button that the bot offered. */
    INBOUND_STRUCTURED_RESPONSE,
    /** The platform fetched an attachment from its URL. */
    MEDIA_FETCH,
    /** Somebody downloaded an attachment from the platform. */
    MEDIA_DOWNLOAD,
    /** A bot list was pushed to, or pulled by, the platform. */
    BOT_LIST,
    /** The message flow called the bot: one attempt. */
    BOT_CALL,
    /** What the flow made of the bot's answer: its state and intent, or a failure. */
    BOT_ANSWER,
    /** A bot spoke between its turns: an outgoing message that was taken. */
    BOT_MESSAGE,
    /** A webhook to the integration: one attempt. */
    WEBHOOK,
    /** The conversation was put into a queue. */
    QUEUED,
    /** An agent took the conversation. */
    ACCEPTED,
    /** The conversation was disconnected. */
    DISCONNECTED
  }
}
