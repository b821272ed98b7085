// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

/**
 * The bot session to which a turn belongs, as Genesys Cloud knows it.
 *
 * @param botId the bot
 * @param botVersion the version
 * @param sessionId the session
 * @param conversationId the conversation
 * @param language the flow's language
 */
record SessionAddress(
    String botId, String botVersion, String sessionId, String conversationId, String language) {}
