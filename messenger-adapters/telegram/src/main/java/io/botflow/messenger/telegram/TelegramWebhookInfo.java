// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/**
 * What Telegram says of a bot's webhook; mirrors <a
 * href="https://core.telegram.org/bots/api#webhookinfo">WebhookInfo</a>.
 *
 * @param url where updates are posted; empty when no webhook is set
 * @param pendingUpdateCount how many updates wait for delivery
 * @param lastErrorAt when a delivery last failed
 * @param lastErrorMessage why it failed, in Telegram's words
 * @param maxConnections how many deliveries Telegram makes at once
 * @param allowedUpdates the kinds of updates that are delivered; empty means Telegram's default
 * @param customCertificate whether Telegram trusts a certificate that was uploaded
 * @param ipAddress the address that Telegram posts to
 * @param lastSynchronizationErrorAt when Telegram's data centres last failed to agree
 */
public record TelegramWebhookInfo(
    String url,
    long pendingUpdateCount,
    @Nullable Instant lastErrorAt,
    @Nullable String lastErrorMessage,
    @Nullable Integer maxConnections,
    List<String> allowedUpdates,
    boolean customCertificate,
    @Nullable String ipAddress,
    @Nullable Instant lastSynchronizationErrorAt) {

  /** {@inheritDoc} */
  public TelegramWebhookInfo {
    allowedUpdates = List.copyOf(allowedUpdates);
  }

  static TelegramWebhookInfo of(WireObject info) {
    String url = info.text("url");
    Long pending = info.number("pending_update_count");
    Long connections = info.number("max_connections");
    List<String> allowed = new ArrayList<>();
    info.array("allowed_updates").forEach(kind -> allowed.add(kind.asText()));
    return new TelegramWebhookInfo(
        url == null ? "" : url,
        pending == null ? 0 : pending,
        WireTime.at(info, "last_error_date"),
        info.name("last_error_message"),
        connections == null ? null : connections.intValue(),
        allowed,
        info.flag("has_custom_certificate"),
        info.name("ip_address"),
        WireTime.at(info, "last_synchronization_error_date"));
  }
}
