// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.util.Map;

/**
 * One call of the bot.
 *
 * @param sessionId the same over all turns of one entry into the action
 * @param variables sent on the first turn of an entry only, else empty
 */
record BotTurn(
    String conversationId, String sessionId, BotInput input, Map<String, String> variables) {}
