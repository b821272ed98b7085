// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.internal.offer.Offers;
import io.botflow.bridge.media.FetchException;
import io.botflow.bridge.media.MediaInfectedException;
import io.botflow.bridge.media.MediaTooLargeException;
import io.botflow.bridge.route.RetryPolicy;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.NewEntry;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.FailureReason;
import io.botflow.connector.messenger.MediaLimit;
import io.botflow.connector.messenger.SendResult;
import io.botflow.connector.render.Loss;
import io.botflow.connector.render.Rendered;
import io.botflow.connector.render.Renderer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** Brings parts to a messenger one by one, going on behind those that are done. Thread-safe. */
public final class PartDelivery {
  private final MediaDepot media;
  private final CardPictures pictures;
  private final RetryPolicy retries;
  private final Offers offers;
  private final Arrivals arrivals;
  private final HalfSent halfSent;
  private final Map<Long, Integer> unknowns = new ConcurrentHashMap<>();

  /**
   * Makes the carrier.
   *
   * @param media where media are kept
   * @param retries how often to send in the dark
   * @param offers remembers what customers may choose
   * @param arrivals remembers how many parts a message has
   * @param halfSent remembers what of a part is sent
   */
  public PartDelivery(
      MediaDepot media, RetryPolicy retries, Offers offers, Arrivals arrivals, HalfSent halfSent) {
    this.media = media;
    this.pictures = new CardPictures(media);
    this.retries = retries;
    this.offers = offers;
    this.arrivals = arrivals;
    this.halfSent = halfSent;
  }

  /** An entry is given up: nothing is remembered of it any more. */
  void forget(Entry entry) {
    unknowns.remove(entry.sequence());
  }

  /**
   * Carries parts in the form that the messenger can show.
   *
   * @param before what was lost before they became parts
   */
  Outcome carry(Shipment job, List<Part> content, List<Loss> before) {
    List<Part> parts = new ArrayList<>();
    List<Loss> empty = new ArrayList<>();
    try {
      for (int i = 0; i < content.size(); i++) {
        Part kept =
            media.keep(content.get(i), job.mediaKey(Integer.toString(i)), job.route().adapter());
        parts.addAll(kept instanceof Media file ? unlessEmpty(file, empty) : List.of(kept));
      }
      Capabilities target = job.route().adapter().capabilities();
      Rendered rendered =
          pictures.stored(
              job,
              Renderer.render(
                  offers.shortened(job.messageId(), parts, target),
                  target,
                  part -> Optional.of(media.link(part))));
      offers.offered(
          job.route().id(), job.peer().userId(), job.messageId(), parts, rendered.parts());
      return send(job, rendered, before, empty);
    } catch (MediaTooLargeException e) {
      return reject(job, Reasons.TOO_LONG, "the attachment cannot be carried: " + e.getMessage());
    } catch (MediaInfectedException e) {
      return reject(job, Reasons.GENERAL, "the attachment is withheld: " + e.getMessage());
    } catch (FetchException e) {
      return e.permanent()
          ? reject(job, Reasons.GENERAL, "the attachment cannot be fetched: " + e.getMessage())
          : new Outcome.TryAgain("fetching the attachment failed: " + e.getMessage(), null);
    } catch (IOException e) {
      return new Outcome.TryAgain("storing the attachment failed: " + e.getMessage(), null);
    }
  }

  /** No messenger takes a file without bytes; what is said with it need not be lost. */
  private static List<Part> unlessEmpty(Media file, List<Loss> empty) {
    if (!(file.source() instanceof MediaSource.Stored)
        || !Long.valueOf(0).equals(file.sizeBytes())) {
      return List.of(file);
    }
    empty.add(new Loss(file.kind(), "left out: the file is empty"));
    String caption = file.caption();
    return caption == null ? List.of() : List.of(new Text(caption));
  }

  private Outcome send(Shipment job, Rendered rendered, List<Loss> before, List<Loss> empty) {
    List<Part> parts = rendered.parts();
    List<String> losses = new ArrayList<>();
    Stream.of(before, empty, rendered.losses())
        .flatMap(List::stream)
        .map(Loss::toString)
        .forEach(losses::add);
    if (parts.isEmpty()) {
      losses.add(0, "nothing in it that the messenger could show");
      return reject(job, Reasons.UNSUPPORTED, String.join("; ", losses));
    }
    arrivals.sending(job.route().id(), job.messageId(), parts.size());
    List<Link> last = List.of();
    int next = job.entry().done().size();
    while (next < parts.size()) {
      Sending sending = attempt(job, parts, next, losses);
      if (sending.failure() != null) {
        return failed(job, sending.failure());
      }
      forget(job.entry());
      int begin = next;
      List<Link> links =
          IntStream.range(0, sending.ids().size())
              .mapToObj(i -> job.link(begin + i, sending.ids().get(i)))
              .toList();
      next += links.size();
      if (next < parts.size()) {
        links.forEach(job.progress()::record);
      } else {
        last = links;
      }
    }
    List<NewEntry> receipts =
        empty.isEmpty()
            ? List.of()
            : job.receipts().of(Reasons.of(FailureReason.MEDIA), empty.get(0).toString());
    return Outcome.delivered(losses, last, receipts);
  }

  /** What an attempt came to: the messenger's ids of the parts it took, or why it took none. */
  private record Sending(List<String> ids, @Nullable SendResult failure) {
    static Sending of(SendResult result) {
      return result instanceof SendResult.Sent sent
          ? new Sending(List.of(sent.messageId()), null)
          : new Sending(List.of(), result);
    }
  }

  /** Sends the next part, with those after it that the messenger shows together with it. */
  private Sending attempt(Shipment job, List<Part> parts, int next, List<String> losses) {
    Sending album = album(job, parts, next);
    if (album != null) {
      return album;
    }
    Part part = parts.get(next);
    boolean hasPicture = !CardPictures.of(part).isEmpty();
    if (hasPicture) {
      HalfSent.Half half = halfSent.of(job.attemptKey(Integer.toString(next)));
      if (!half.ids().isEmpty()) {
        return bare(job, part, next, half.reason(), losses);
      }
    }
    SendResult result = attempt(job, part, Integer.toString(next));
    if (isRefusedForItsMedia(result) && hasPicture) {
      return bare(job, part, next, ((SendResult.Rejected) result).detail(), losses);
    }
    Optional<Media> file = asFile(job, part, result);
    if (file.isPresent()) {
      String refusal = ((SendResult.Rejected) result).detail();
      losses.add(new Loss(part.kind(), "sent as a file after: " + refusal).toString());
      result = attempt(job, file.get(), next + "-file");
    }
    return Sending.of(result);
  }

  /** A card whose picture was refused, without it; the picture follows as a file if it can. */
  private Sending bare(Shipment job, Part card, int next, String refusal, List<String> losses) {
    losses.add(new Loss(card.kind(), "shown without its picture after: " + refusal).toString());
    Rendered rendered =
        Renderer.render(
            List.of(CardPictures.without(card)),
            job.route().adapter().capabilities(),
            picture -> Optional.of(media.link(picture)));
    rendered.losses().stream().map(Loss::toString).forEach(losses::add);
    SendResult result =
        new SendResult.Rejected(FailureReason.MEDIA, "nothing but a picture: " + refusal);
    String key = job.attemptKey(Integer.toString(next));
    List<String> before = halfSent.of(key).ids();
    for (int i = 0; i < rendered.parts().size(); i++) {
      if (i < before.size()) {
        result = new SendResult.Sent(before.get(i));
        continue;
      }
      result = attempt(job, rendered.parts().get(i), next + "-bare-" + i);
      if (!(result instanceof SendResult.Sent sent)) {
        return Sending.of(result);
      }
      if (i + 1 < rendered.parts().size()) {
        halfSent.sent(key, refusal, sent.messageId());
      }
    }
    List<MediaSource> pictures = CardPictures.of(card);
    for (int i = 0; i < pictures.size(); i++) {
      Media file = media.described(Media.of(Media.Type.FILE, pictures.get(i)));
      boolean sent =
          isTaken(job, file)
              && attempt(job, file, next + "-picture-" + i) instanceof SendResult.Sent;
      losses.add(new Loss(PartKind.IMAGE, sent ? "follows as a file" : "left out").toString());
    }
    return Sending.of(result);
  }

  /** Null when there is no album here, or the messenger does not take it as one. */
  private @Nullable Sending album(Shipment job, List<Part> parts, int begin) {
    int most = job.route().adapter().capabilities().albumSize();
    List<Media> together =
        parts.subList(begin, parts.size()).stream()
            .takeWhile(PartDelivery::isPicture)
            .limit(most)
            .map(Media.class::cast)
            .toList();
    if (together.size() < 2) {
      return null;
    }
    PartContext context = new PartContext(media, job.attemptKey(begin + "-album"));
    List<SendResult> results = job.route().adapter().sendAlbum(together, job.peer(), context);
    List<String> ids =
        results.stream()
            .filter(SendResult.Sent.class::isInstance)
            .map(sent -> ((SendResult.Sent) sent).messageId())
            .toList();
    if (ids.size() == together.size()) {
      return new Sending(ids, null);
    }
    SendResult failure = results.get(0);
    return isRefusedForItsMedia(failure) ? null : new Sending(List.of(), failure);
  }

  private static boolean isPicture(Part part) {
    return part.kind() == PartKind.IMAGE || part.kind() == PartKind.VIDEO;
  }

  private SendResult attempt(Shipment job, Part part, String place) {
    return job.route()
        .adapter()
        .send(part, job.peer(), new PartContext(media, job.attemptKey(place)));
  }

  /**
   * The same media as a file: a messenger that refuses a picture for its shape, or a film for its
   * codec, still takes its bytes.
   */
  private static Optional<Media> asFile(Shipment job, Part part, SendResult result) {
    if (!isRefusedForItsMedia(result)
        || !(part instanceof Media media)
        || media.type() == Media.Type.FILE
        || !(media.source() instanceof MediaSource.Stored)) {
      return Optional.empty();
    }
    Media file = media.as(Media.Type.FILE);
    return isTaken(job, file) ? Optional.of(file) : Optional.empty();
  }

  private static boolean isTaken(Shipment job, Media file) {
    MediaLimit limit = job.route().adapter().capabilities().media(PartKind.FILE);
    return limit != null && limit.allows(file.mimeType(), file.sizeBytes());
  }

  private static boolean isRefusedForItsMedia(SendResult result) {
    return result instanceof SendResult.Rejected rejected
        && rejected.reason() == FailureReason.MEDIA;
  }

  private Outcome failed(Shipment job, SendResult result) {
    if (result instanceof SendResult.RetryLater later) {
      return new Outcome.TryAgain(
          later.reason() + ": " + later.detail(), later.after(), scope(later.reason()));
    }
    if (result instanceof SendResult.Rejected rejected) {
      return reject(
          job, Reasons.of(rejected.reason()), rejected.reason() + ": " + rejected.detail());
    }
    // Losing a message is worse than showing it twice, but not than showing it all day long.
    String detail = ((SendResult.Unknown) result).detail();
    return unknowns.merge(job.entry().sequence(), 1, Integer::sum) < retries.unknownAttempts()
        ? new Outcome.TryAgain(
            "not known whether it was sent: " + detail, null, Outcome.Scope.TARGET)
        : reject(job, Reasons.GENERAL, "perhaps delivered, nobody knows: " + detail);
  }

  /** A limit may be the chat's own: it takes several chats to say that it is everyone's. */
  private static Outcome.Scope scope(FailureReason reason) {
    return switch (reason) {
      case RATE_LIMITED, PLATFORM_TRANSIENT, AUTH -> Outcome.Scope.TARGET;
      default -> Outcome.Scope.ENTRY;
    };
  }

  private Outcome reject(Shipment job, String reasonCode, String detail) {
    forget(job.entry());
    return Outcome.rejected(detail, job.receipts().of(reasonCode, detail));
  }
}
