// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.lane.EntryHandler;
import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.internal.lane.Progress;
import io.botflow.bridge.internal.translate.FromGenesys;
import io.botflow.bridge.media.FetchException;
import io.botflow.bridge.media.MediaTooLargeException;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.Link;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.SendResult;
import io.botflow.connector.render.Loss;
import io.botflow.connector.render.Rendered;
import io.botflow.connector.render.Renderer;
import io.botflow.genesys.webhook.MalformedWebhookException;
import io.botflow.genesys.webhook.MessageNotification;
import io.botflow.genesys.webhook.Notification;
import io.botflow.genesys.webhook.WebhookParser;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries messages of Genesys Cloud to a messenger, part by part. Thread-safe. */
public final class OutboundDelivery implements EntryHandler {
  private final Map<String, Route> routes;
  private final MediaDepot media;
  private final Clock clock;

  /**
   * Makes the carrier.
   *
   * @param routes the routes by id
   * @param media where media are kept
   * @param clock the time of receipts
   */
  public OutboundDelivery(Map<String, Route> routes, MediaDepot media, Clock clock) {
    this.routes = Map.copyOf(routes);
    this.media = media;
    this.clock = clock;
  }

  @Override
  public Outcome handle(Entry entry, Progress progress) {
    Route route = routes.get(entry.route());
    if (route == null) {
      return Outcome.dead("there is no route for integration " + entry.route());
    }
    Notification notification;
    try {
      notification = WebhookParser.parse(entry.payload());
    } catch (MalformedWebhookException e) {
      return Outcome.dead("unreadable: " + e.getMessage());
    }
    if (!(notification instanceof MessageNotification message)
        || message.id() == null
        || message.channel() == null
        || message.channel().to() == null
        || message.channel().to().id() == null) {
      return Outcome.dead(
          "a notification of type " + notification.type() + " that names no message or customer");
    }
    return carry(
        new Job(
            route,
            entry,
            progress,
            message,
            message.id(),
            route.peer(message.channel().to().id())));
  }

  private record Job(
      Route route,
      Entry entry,
      Progress progress,
      MessageNotification message,
      String messageId,
      Peer peer) {}

  private Outcome carry(Job job) {
    List<Part> parts = new ArrayList<>();
    try {
      for (Part part : FromGenesys.parts(job.message.text(), job.message.content())) {
        String key = "out|" + job.route.id() + "|" + job.messageId + "|" + parts.size();
        parts.add(media.keep(part, key, job.route.adapter()));
      }
    } catch (MediaTooLargeException e) {
      return reject(job, Reasons.TOO_LONG, "the attachment cannot be carried: " + e.getMessage());
    } catch (FetchException e) {
      return e.permanent()
          ? reject(job, Reasons.GENERAL, "the attachment cannot be fetched: " + e.getMessage())
          : new Outcome.TryAgain("fetching the attachment failed: " + e.getMessage(), null);
    } catch (IOException e) {
      return new Outcome.TryAgain("storing the attachment failed: " + e.getMessage(), null);
    }
    Rendered rendered =
        Renderer.render(
            parts, job.route.adapter().capabilities(), part -> Optional.of(media.link(part)));
    return rendered.parts().isEmpty()
        ? reject(job, Reasons.UNSUPPORTED, "nothing in it that the messenger could show")
        : send(job, rendered);
  }

  private Outcome send(Job job, Rendered rendered) {
    List<Part> parts = rendered.parts();
    for (int i = job.entry.done().size(); i < parts.size(); i++) {
      SendResult result =
          job.route
              .adapter()
              .send(
                  parts.get(i),
                  job.peer,
                  new PartContext(media, job.route.id() + ":" + job.messageId + ":" + i));
      if (!(result instanceof SendResult.Sent sent)) {
        return failed(job, result);
      }
      Link link =
          new Link(
              i, job.peer.userId(), sent.messageId(), job.messageId, job.message.conversationId());
      if (i + 1 == parts.size()) {
        return Outcome.delivered(
            rendered.losses().stream().map(Loss::toString).toList(), List.of(link));
      }
      job.progress.record(link);
    }
    return Outcome.delivered(rendered.losses().stream().map(Loss::toString).toList(), List.of());
  }

  private Outcome failed(Job job, SendResult result) {
    if (result instanceof SendResult.RetryLater later) {
      return new Outcome.TryAgain(later.reason() + ": " + later.detail(), later.after());
    }
    if (result instanceof SendResult.Rejected rejected) {
      return reject(
          job, Reasons.of(rejected.reason()), rejected.reason() + ": " + rejected.detail());
    }
    // Losing a message is worse than showing it twice: what nobody knows is tried again.
    return new Outcome.TryAgain(
        "not known whether it was sent: " + ((SendResult.Unknown) result).detail(), null);
  }

  private Outcome reject(Job job, String reasonCode, String detail) {
    FailedReceipt receipt =
        new FailedReceipt(job.messageId, job.peer.userId(), reasonCode, detail, clock.instant());
    return Outcome.rejected(detail, List.of(receipt.entry(job.route.id())));
  }
}
