// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.dialogue.CustomerFiles;
import io.botflow.bridge.internal.lane.EntryHandler;
import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.internal.lane.Progress;
import io.botflow.bridge.internal.offer.Offers;
import io.botflow.bridge.internal.translate.InboundForms;
import io.botflow.bridge.internal.translate.ToGenesys;
import io.botflow.bridge.route.InboundPolicy;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.StoreUnavailableException;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.message.Profile;
import io.botflow.connector.messenger.Update;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.error.BadRequestException;
import io.botflow.genesys.error.ConflictException;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.error.NotFoundException;
import io.botflow.genesys.error.UnexpectedResponseException;
import io.botflow.genesys.openmessaging.InboundStructuredResponse;
import io.botflow.genesys.openmessaging.OpenMessaging;
import io.botflow.genesys.openmessaging.SendOptions;
import io.botflow.genesys.openmessaging.SentMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries updates of a messenger to Genesys Cloud. Thread-safe. */
public final class InboundDelivery implements EntryHandler {
  private static final SendOptions WITH_CONVERSATION =
      SendOptions.defaults().prefetchConversationId(true);

  private static final Logger log = LoggerFactory.getLogger(InboundDelivery.class);

  private final Map<String, Route> routes;
  private final GenesysCloud genesys;
  private final InboundMedia media;
  private final BridgeStore store;
  private final CustomerFiles files;
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
    this.genesys = genesys;
    this.media = media;
    this.store = store;
    this.offers = offers;
    this.policy = policy;
    this.notice = notice;
    this.files = new CustomerFiles(store.notes());
  }

  @Override
  public Outcome handle(Entry entry, Progress progress) {
    Route route = routes.get(entry.route());
    if (route == null) {
      return Outcome.dead("there is no route to integration " + entry.route());
    }
    Update update;
    try {
      update = MessageJson.read(entry.payload(), Update.class);
    } catch (IllegalArgumentException e) {
      return Outcome.dead("unreadable: " + e.getMessage());
    }
    if (entry.attempts() == 0) {
      Acknowledgement.of(route, update);
    }
    InboundForms.Form form = InboundForms.of(update, policy);
    return form.message() == null
        ? Outcome.delivered(form.losses(), List.of())
        : carry(
            new Job(route, entry, progress, form.message(), form.sender(), update.id()),
            form.losses());
  }

  private record Job(
      Route route,
      Entry entry,
      Progress progress,
      Message message,
      @Nullable Profile sender,
      String updateId) {

    /**
     * What identifies the update everywhere: messengers count updates per account, messages per
     * customer.
     */
    String key() {
      return message.peer().userId() + ":" + updateId;
    }

    CustomerFiles.Customer customer() {
      return new CustomerFiles.Customer(route.id(), message.peer().userId());
    }

    Link link(int part, @Nullable SentMessage sent) {
      return new Link(
          part,
          message.peer().userId(),
          message.id(),
          sent == null || sent.id() == null ? key() : sent.id(),
          sent == null ? null : sent.conversationId());
    }
  }

  private Outcome carry(Job job, List<String> lost) {
    OpenMessaging openMessaging = genesys.openMessaging(job.route.id());
    List<String> losses = new ArrayList<>(lost);
    try {
      Outcome answered = carryChoice(job, openMessaging, losses);
      return answered == null ? carryMessages(job, openMessaging, losses) : answered;
    } catch (GenesysException e) {
      return GenesysOutcomes.of(e);
    } catch (IOException e) {
      return new Outcome.TryAgain("fetching media failed: " + e.getMessage(), null);
    }
  }

  /**
   * A choice is an answer to a message of Genesys Cloud. If that message is not known here, or no
   * longer there, the button's label goes as text instead.
   */
  private @Nullable Outcome carryChoice(Job job, OpenMessaging openMessaging, List<String> losses) {
    Offers.Chosen chosen =
        offers
            .chosen(job.route.id(), job.message, policy.typedChoices(), id -> origin(job, id))
            .filter(it -> !it.selection().label().isBlank() && !it.selection().payload().isBlank())
            .orElse(null);
    String offeredBy = chosen == null ? null : chosen.messageId();
    if (chosen == null || offeredBy == null || offeredBy.startsWith(Offers.OWN_MESSAGE)) {
      return null;
    }
    InboundStructuredResponse answer =
        ToGenesys.answer(job.message, chosen.selection(), job.sender, job.key(), offeredBy);
    try {
      Link link = job.link(0, sent(() -> openMessaging.sendStructuredResponse(answer)));
      arrived(job, link);
      return Outcome.delivered(List.of(), List.of(link));
    } catch (NotFoundException | BadRequestException | ConflictException e) {
      losses.add("sent as text, since the answer to its message was refused: " + e.getMessage());
      return null;
    }
  }

  private Optional<String> origin(Job job, String messengerId) {
    return store
        .linksByMessengerId(job.route.id(), job.message.peer().userId(), messengerId)
        .stream()
        .map(Link::genesysId)
        .findFirst();
  }

  private Outcome carryMessages(Job job, OpenMessaging openMessaging, List<String> losses)
      throws IOException {
    InboundMedia.Kept kept = media.keep(job.message, job.route, job.key());
    losses.addAll(kept.losses());
    ToGenesys.Translated translated =
        ToGenesys.translate(
            kept.message(), job.sender, job.key(), media::link, policy.metadataBytes());
    losses.addAll(translated.losses());
    List<ToGenesys.Single> messages = translated.messages();
    if (messages.isEmpty()) {
      losses.add("nothing in it that Genesys Cloud could show");
    }
    List<Link> links = new ArrayList<>();
    for (int i = job.entry.done().size(); i < messages.size(); i++) {
      ToGenesys.Single single = messages.get(i);
      Media file = single.file();
      if (file != null) {
        files.sending(job.customer(), job.key() + "." + i, file);
      }
      Link link = job.link(i, send(single, openMessaging, losses));
      arrived(job, link);
      if (i + 1 < messages.size()) {
        job.progress.record(link);
      } else {
        links.add(link);
      }
    }
    return Outcome.delivered(
        losses, links, notice.of(job.route.id(), job.message.peer(), job.key(), kept.missing()));
  }

  /** A file that Genesys Cloud refuses, for its type or size, goes as a link. */
  private static @Nullable SentMessage send(
      ToGenesys.Single single, OpenMessaging openMessaging, List<String> losses) {
    try {
      return sent(() -> openMessaging.send(single.message(), WITH_CONVERSATION));
    } catch (BadRequestException e) {
      if (single.file() == null) {
        throw e;
      }
      SentMessage sent = sent(() -> openMessaging.send(single.withLink(), WITH_CONVERSATION));
      losses.add(single.file().kind() + " sent as a link after: " + e.getMessage());
      return sent;
    }
  }

  /** The message is sent: whatever happens here must not send it again. */
  private void arrived(Job job, Link link) {
    String conversation = link.conversationId();
    if (conversation == null) {
      return;
    }
    try {
      files.arrived(job.customer(), conversation);
    } catch (StoreUnavailableException e) {
      log.warn("bots of conversation {} may not get the customer's files", conversation, e);
    }
  }

  /** Makes a call; null when Genesys Cloud took the message but its answer cannot be read. */
  private static @Nullable SentMessage sent(Supplier<SentMessage> call) {
    try {
      return call.get();
    } catch (UnexpectedResponseException e) {
      if (GenesysOutcomes.taken(e)) {
        log.warn(
            "Genesys Cloud took a message with an answer that cannot be read: {}", e.getMessage());
        return null;
      }
      throw e;
    }
  }
}
