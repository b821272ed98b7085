// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Clock;
import java.time.Duration;
import javax.annotation.Nullable;

/** What the builder settled. */
record Settings(
    Clock clock,
    int port,
    @Nullable String tlsDomain,
    String clientId,
    String clientSecret,
    Duration tokenLifetime,
    int requestsPerMinute,
    String correlationHeader,
    Duration threadingWindow,
    Duration webhookTimeout,
    Duration webhookRetryDelay,
    int webhookRetries,
    boolean failedWebhookEndsConversation,
    Duration mediaTimeout,
    int maxMediaBytes,
    String failureQueue,
    InboundApiSettings inboundApi,
    ConfigurationApiSettings configurationApi,
    ConversationApiSettings conversationApi,
    BotConnectorApiSettings botConnectorApi) {}
