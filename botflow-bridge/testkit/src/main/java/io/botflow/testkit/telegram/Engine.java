// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/** What the moving parts of one simulator share. */
record Engine(
    Clock clock,
    ExecutorService workers,
    ScheduledExecutorService timer,
    HttpClient http,
    WebhookRetries retries,
    UpdateQueue queue,
    Traffic traffic) {}
