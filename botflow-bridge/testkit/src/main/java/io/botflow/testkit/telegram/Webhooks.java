// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.annotation.Nullable;

/** The bot's webhook, of which there is at most one, and its diagnostics. */
final class Webhooks {
  private static final int DEFAULT_CONNECTIONS = 40;
  private static final int MAX_CONNECTIONS = 100;
  private static final int MAX_SECRET = 256;

  private final Engine engine;
  private final ReentrantLock lock = new ReentrantLock();
  @Nullable private WebhookSession session;

  Webhooks(Engine engine) {
    this.engine = engine;
  }

  /** Answers {@code setWebhook}; an empty URL removes the webhook. */
  Answer set(Call call) {
    if (call.text("url").isBlank()) {
      return delete(call);
    }
    Webhook webhook = webhook(call);
    lock.lock();
    try {
      boolean same = session != null && session.webhook().equals(webhook);
      if (call.flag("drop_pending_updates")) {
        engine.queue().dropAll();
      } else if (same) {
        return Answer.done("Webhook is already set");
      }
      end();
      WebhookSession started = new WebhookSession(webhook, engine, this::remove);
      session = started;
      engine.queue().attach(started);
      return Answer.done(same ? "Webhook is already set" : "Webhook was set");
    } finally {
      lock.unlock();
    }
  }

  /** Answers {@code deleteWebhook}; what is pending stays for whoever asks next. */
  Answer delete(Call call) {
    lock.lock();
    try {
      boolean set = session != null;
      end();
      if (call.flag("drop_pending_updates")) {
        engine.queue().dropAll();
      }
      return Answer.done(set ? "Webhook was deleted" : "Webhook is already deleted");
    } finally {
      lock.unlock();
    }
  }

  /** Answers {@code getWebhookInfo}. */
  ObjectNode info() {
    lock.lock();
    try {
      ObjectNode info =
          Json.object()
              .put("url", session == null ? "" : session.webhook().url().toString())
              .put("has_custom_certificate", session != null && session.webhook().certificate())
              .put("pending_update_count", engine.queue().size());
      if (session != null) {
        Webhook webhook = session.webhook();
        info.put("max_connections", webhook.maxConnections());
        if (!webhook.ipAddress().isEmpty()) {
          info.put("ip_address", webhook.ipAddress());
        }
        WebhookSession.LastError error = session.lastError();
        if (error != null) {
          info.put("last_error_date", error.at().getEpochSecond());
          info.put("last_error_message", error.message());
        }
      }
      Set<String> allowed = engine.queue().allowed();
      if (!allowed.isEmpty()) {
        ArrayNode kinds = info.putArray("allowed_updates");
        allowed.stream().sorted().forEach(kinds::add);
      }
      return info;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the webhook because it answered 410 for too long, or because the simulator closes. */
  void remove() {
    lock.lock();
    try {
      end();
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    engine.queue().detach();
    if (session != null) {
      session.stop();
      session = null;
    }
  }

  private static Webhook webhook(Call call) {
    String secret = call.text("secret_token");
    if (secret.length() > MAX_SECRET) {
      throw ApiError.badRequest("secret token is too long");
    }
    if (!secret.matches("[A-Za-z0-9_-]*")) {
      throw ApiError.badRequest("secret token contains unallowed characters");
    }
    URI url;
    try {
      url = URI.create(call.text("url").strip());
    } catch (IllegalArgumentException e) {
      throw ApiError.badRequest("invalid webhook URL specified");
    }
    boolean https = "https".equalsIgnoreCase(url.getScheme()) && url.getHost() != null;
    if (!https && !loopback(url)) {
      throw ApiError.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
    }
    long connections = call.number("max_connections", DEFAULT_CONNECTIONS);
    return new Webhook(
        url,
        secret,
        (int) Math.max(1, Math.min(MAX_CONNECTIONS, connections)),
        call.upload("certificate") != null,
        call.text("ip_address"));
  }

  /** Whether a URL is plain HTTP on this machine, which Telegram itself would refuse. */
  private static boolean loopback(URI url) {
    try {
      return "http".equalsIgnoreCase(url.getScheme())
          && url.getHost() != null
          && InetAddress.getByName(url.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
