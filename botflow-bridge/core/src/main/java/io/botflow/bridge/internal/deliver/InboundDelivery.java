// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.dialogue.CustomerFiles;
import io.botflow.bridge.internal.lane.EntryHandler;
import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.internal.lane.Payload;
import io.botflow.bridge.internal.lane.Progress;
import io.botflow.bridge.internal.offer.Offers;
import io.botflow.bridge.internal.translate.InboundForms;
import io.botflow.bridge.internal.translate.ToGenesys;
import io.botflow.bridge.route.InboundPolicy;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.NewEntry;
import io.botflow.connector.messenger.Update;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.error.BadRequestException;
import io.botflow.genesys.error.ConflictException;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.error.NotFoundException;
import io.botflow.genesys.openmessaging.InboundStructuredResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/** Carries updates of a messenger to Genesys Cloud. Thread-safe. */
public final class InboundDelivery implements EntryHandler {
  private final Map<String, Route> routes;
  private final InboundSending sending;
  private final InboundMedia media;
  private final BridgeStore store;
  private final Offers offers;
  private final InboundPolicy policy;
  private final FileNotice notice;

  /**
   * Makes the carrier.
   *
   * @param routes the routes by id
   * @param genesys where messages go
   * @param media keeps their media
   * @param store where the ids of earlier messages are, and the files that bots are given
   * @param offers what customers may choose
   * @param policy what is carried, and how
   * @param notice tells customers of files that could not be had
   */
  public InboundDelivery(
      Map<String, Route> routes,
      GenesysCloud genesys,
      InboundMedia media,
      BridgeStore store,
      Offers offers,
      InboundPolicy policy,
      FileNotice notice) {
    this.routes = Map.copyOf(routes);
    this.sending = new InboundSending(genesys, new CustomerFiles(store.notes()));
    this.media = media;
    this.store = store;
    this.offers = offers;
    this.policy = policy;
    this.notice = notice;
  }

  @Override
  public Outcome handle(Entry entry, Progress progress) {
    return attempt(
        entry,
        (route, update) -> {
          InboundForms.Form form = InboundForms.of(update, policy);
          return form.message() == null
              ? Outcome.delivered(form.losses(), List.of())
              : carry(
                  new InboundJob(
                      route, entry, progress, form.message(), form.sender(), update.id()),
                  new ArrayList<>(form.losses()));
        });
  }

  @Override
  public Optional<String> group(Entry entry) {
    // Most messages are in no album, and need not be read twice.
    return entry.payload().contains("\"albumId\"")
        ? Payload.find(entry, Update.class).flatMap(InboundDelivery::album)
        : Optional.empty();
  }

  private static Optional<String> album(Update update) {
    return update instanceof Update.Received received
        ? Optional.ofNullable(received.message().albumId())
        : Optional.empty();
  }

  @Override
  public EntryHandler together(List<Entry> entries) {
    AlbumDelivery album = new AlbumDelivery(entries, media, sending, policy, notice);
    return (entry, progress) ->
        attempt(
            entry,
            (route, update) -> album.carry(route, entry, progress, (Update.Received) update));
  }

  private interface Carriage {
    Outcome carry(Route route, Update update) throws IOException;
  }

  private Outcome attempt(Entry entry, Carriage carriage) {
    Route route = routes.get(entry.route());
    if (route == null) {
      return Outcome.dead("there is no route to integration " + entry.route());
    }
    return Payload.read(
        entry,
        Update.class,
        update -> {
          if (entry.attempts() == 0) {
            Acknowledgement.of(route, update);
          }
          try {
            return carriage.carry(route, update);
          } catch (GenesysException e) {
            return notice.told(route.id(), update, GenesysOutcomes.of(e));
          } catch (IOException e) {
            return new Outcome.TryAgain("fetching media failed: " + e.getMessage(), null);
          }
        });
  }

  @Override
  public List<NewEntry> gaveUp(Entry entry, String reason) {
    return notice.undelivered(entry);
  }

  private Outcome carry(InboundJob job, List<String> losses) throws IOException {
    Outcome answered = carryChoice(job, losses);
    return answered == null ? carryMessages(job, losses) : answered;
  }

  /**
   * A choice is an answer to a message of Genesys Cloud. If that message is not known here, or no
   * longer there, the button's label goes as text instead.
   */
  private @Nullable Outcome carryChoice(InboundJob job, List<String> losses) {
    Optional<Offers.Chosen> found =
        offers.chosen(
            job.route().id(), job.message(), policy.typedChoices(), id -> origin(job, id));
    losses.addAll(Offers.forgotten(job.message(), found));
    Offers.Chosen chosen =
        found
            .filter(it -> !it.selection().label().isBlank() && !it.selection().payload().isBlank())
            .orElse(null);
    String offeredBy = chosen == null ? null : chosen.messageId();
    if (chosen == null || offeredBy == null || offeredBy.startsWith(Offers.OWN_MESSAGE)) {
      return null;
    }
    InboundStructuredResponse answer =
        ToGenesys.answer(job.message(), chosen.selection(), job.sender(), job.key(), offeredBy);
    try {
      return Outcome.delivered(List.of(), List.of(sending.send(job, answer)));
    } catch (NotFoundException | BadRequestException | ConflictException e) {
      losses.add("sent as text, since the answer to its message was refused: " + e.getMessage());
      return null;
    }
  }

  private Optional<String> origin(InboundJob job, String messengerId) {
    return store
        .linksByMessengerId(job.route().id(), job.message().peer().userId(), messengerId)
        .stream()
        .map(Link::genesysId)
        .findFirst();
  }

  private Outcome carryMessages(InboundJob job, List<String> losses) throws IOException {
    InboundMedia.Kept kept = media.keep(job.message(), job.route(), job.key());
    losses.addAll(kept.losses());
    ToGenesys.Translated translated =
        ToGenesys.translate(
            kept.message(), job.sender(), job.key(), media::link, policy.metadataBytes());
    losses.addAll(translated.losses());
    if (translated.messages().isEmpty()) {
      losses.add("nothing in it that Genesys Cloud could show");
    }
    List<Link> last = sending.send(job, translated.messages(), losses).stream().toList();
    return Outcome.delivered(
        losses, last, notice.of(job.route().id(), job.message().peer(), job.key(), kept.missing()));
  }
}
