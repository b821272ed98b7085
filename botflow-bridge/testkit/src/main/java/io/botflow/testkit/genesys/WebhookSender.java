// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.annotation.Nullable;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends signed webhooks, one at a time per conversation, and repeats what may be repeated. */
final class WebhookSender {
  private static final int NO_ANSWER = -1;
  private static final int MAX_ANSWER_BYTES = 1 << 20;

  private final Ledger ledger;
  private final Workers workers;
  private final TimedHttp http;
  private final Traffic traffic;
  private final Settings settings;
  private final Routing routing;

  WebhookSender(
      Ledger ledger,
      Workers workers,
      TimedHttp http,
      Traffic traffic,
      Settings settings,
      Routing routing) {
    this.ledger = ledger;
    this.workers = workers;
    this.http = http;
    this.traffic = traffic;
    this.settings = settings;
    this.routing = routing;
  }

  /** Adds a delivery to its conversation's outbox; under the ledger, so order is kept. */
  void enqueue(WebhookDelivery delivery) {
    Conversation conversation = delivery.conversation();
    conversation.outbox().add(delivery);
    if (!conversation.sending()) {
      conversation.sending(true);
      workers.execute(() -> drain(conversation));
    }
  }

  private void drain(Conversation conversation) {
    while (true) {
      Optional<WebhookDelivery> next =
          ledger.read(
              () -> {
                Optional<WebhookDelivery> head = Optional.ofNullable(conversation.outbox().poll());
                conversation.sending(head.isPresent());
                return head;
              });
      if (next.isEmpty()) {
        return;
      }
      String problem = deliver(next.get());
      ledger.run(() -> settle(next.get(), problem));
    }
  }

  private void settle(WebhookDelivery delivery, @Nullable String problem) {
    Message message = delivery.message();
    if (message == null) {
      return;
    }
    if (problem == null) {
      message.sent();
      return;
    }
    message.failed(problem);
    if (settings.failedWebhookEndsConversation()) {
      routing.end(delivery.conversation(), null, "error");
    }
  }

  /** Gives null when the webhook answered 2xx, else why it finally failed. */
  private @Nullable String deliver(WebhookDelivery delivery) {
    OpenIntegration integration = delivery.conversation().integration();
    for (int attempt = 1; ; attempt++) {
      URI uri = integration.webhookUri();
      if (uri == null) {
        return "the integration has no webhook address";
      }
      if (integration.lifecycle().ended()) {
        return "the integration was deleted";
      }
      int status = attempt(delivery, uri, attempt);
      if (status >= 200 && status < 300) {
        return null;
      }
      boolean again = status == NO_ANSWER || status == 429 || status >= 500;
      if (!again || attempt > settings.webhookRetries()) {
        return (status == NO_ANSWER
                ? "the webhook gave no answer"
                : "the webhook answered " + status)
            + ", attempt "
            + attempt;
      }
      if (!workers.pause(settings.webhookRetryDelay())) {
        return "the simulator was closed";
      }
    }
  }

  private int attempt(WebhookDelivery delivery, URI uri, int attempt) {
    OpenIntegration integration = delivery.conversation().integration();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", signature(integration.secret(), delivery.body()))
            .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()));
    integration.webhookHeaders().forEach(request::setHeader);
    int status;
    try {
      status = http.send(request, settings.webhookTimeout(), MAX_ANSWER_BYTES).status();
    } catch (IOException e) {
      status = NO_ANSWER;
    }
    Message message = delivery.message();
    traffic.report(
        TrafficEvent.Kind.WEBHOOK,
        delivery.from(),
        integration.label(),
        delivery.conversation().id(),
        message == null ? null : message.id(),
        status,
        delivery.kind() + (attempt == 1 ? "" : ", attempt " + attempt));
    return status;
  }

  static String signature(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256=" + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
