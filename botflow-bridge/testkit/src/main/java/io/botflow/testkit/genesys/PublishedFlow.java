// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import javax.annotation.Nullable;

/**
 * A flow with what was known of its bot when it was published.
 *
 * @param caller null for a flow without a bot
 * @param version null for a flow without a bot
 */
record PublishedFlow(
    MessageFlow.Builder settings,
    @Nullable BotCaller caller,
    @Nullable RegisteredBot.Version version,
    FlowOutcome onFailure) {}
