// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.net.URI;

/** Where updates go, as {@code setWebhook} said; an empty secret sends no header. */
record Webhook(URI url, String secret, int maxConnections, boolean certificate, String ipAddress) {}
