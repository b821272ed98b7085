// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.Nullable;

/**
 * A bot's webhook at Telegram: where updates are posted, and how that goes. A bot has one at most.
 *
 * <pre>{@code
 * telegram.webhook().set(URI.create("https://bridge.example/webhooks/telegram/4242"));
 * }</pre>
 *
 * <p>The methods throw {@link TelegramApiException} when Telegram refuses, and IOException when it
 * does not answer. Safe for concurrent use.
 */
public final class TelegramWebhook {
  private static final long CERTIFICATE_BYTES = 3L * 1024 * 1024;

  private final BotApi api;
  private final @Nullable WebhookSecret secret;

  TelegramWebhook(BotApi api, @Nullable WebhookSecret secret) {
    this.api = api;
    this.secret = secret;
  }

  /**
   * Has Telegram post all updates to a URL from now on, and tells it the secret to prove itself by.
   *
   * @param url where the adapter's webhook can be reached: https, port 443, 80, 88 or 8443
   * @throws IllegalStateException if the adapter was built without {@code webhookSecret}
   * @throws IOException if Telegram refused or could not be reached
   * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>
   */
  public void set(URI url) throws IOException {
    set(url, TelegramWebhookOptions.builder().build());
  }

  /**
   * Has Telegram post all updates to a URL from now on, in a certain way.
   *
   * @param url where the adapter's webhook can be reached: https, port 443, 80, 88 or 8443
   * @param options how to deliver
   * @throws IllegalStateException if the adapter was built without {@code webhookSecret}
   * @throws IOException if Telegram refused or could not be reached, or the certificate could not
   *     be read
   */
  public void set(URI url, TelegramWebhookOptions options) throws IOException {
    if (secret == null) {
      throw new IllegalStateException(
          "set webhookSecret on the builder first: without it each webhook is refused");
    }
    ObjectNode request =
        Json.object().put("url", url.toString()).put("secret_token", secret.value());
    request.set("allowed_updates", Json.texts(UpdateReader.ALLOWED_UPDATES));
    if (options.maxConnections() != null) {
      request.put("max_connections", options.maxConnections());
    }
    if (options.ipAddress() != null) {
      request.put("ip_address", options.ipAddress());
    }
    if (options.dropPendingUpdates()) {
      request.put("drop_pending_updates", true);
    }
    Path certificate = options.certificate();
    if (certificate == null) {
      api.call("setWebhook", request).result();
    } else {
      upload(request, certificate);
    }
  }

  private void upload(ObjectNode request, Path certificate) throws IOException {
    try (InputStream pem = Files.newInputStream(certificate)) {
      MultipartUpload.FilePart part =
          new MultipartUpload.FilePart(
              "certificate",
              "certificate.pem",
              "application/x-pem-file",
              pem,
              Files.size(certificate),
              CERTIFICATE_BYTES);
      api.upload("setWebhook", new MultipartUpload(List.of(part)).fields(request)).result();
    }
  }

  /**
   * Ends the delivery by webhook, so that {@link TelegramAdapter#poll} may begin. Updates that wait
   * are kept.
   *
   * @throws IOException if Telegram refused or could not be reached
   * @see <a href="https://core.telegram.org/bots/api#deletewebhook">deleteWebhook</a>
   */
  public void delete() throws IOException {
    api.call("deleteWebhook", Json.object()).result();
  }

  /**
   * Ends the delivery by webhook and has Telegram forget the updates that wait: what customers
   * wrote meanwhile is lost.
   *
   * @throws IOException if Telegram refused or could not be reached
   */
  public void deleteWithPendingUpdates() throws IOException {
    api.call("deleteWebhook", Json.object().put("drop_pending_updates", true)).result();
  }

  /**
   * Asks how the delivery by webhook goes.
   *
   * @return what Telegram says
   * @throws IOException if Telegram refused or could not be reached
   * @see <a href="https://core.telegram.org/bots/api#getwebhookinfo">getWebhookInfo</a>
   */
  public TelegramWebhookInfo info() throws IOException {
    return TelegramWebhookInfo.of(
        WireObject.of(api.call("getWebhookInfo", Json.object()).result()));
  }
}
