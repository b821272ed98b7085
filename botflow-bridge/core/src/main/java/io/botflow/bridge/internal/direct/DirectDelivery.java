// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.direct;

import io.botflow.bridge.event.BridgeListener;
import io.botflow.bridge.internal.deliver.Acknowledgement;
import io.botflow.bridge.internal.deliver.FileNotice;
import io.botflow.bridge.internal.deliver.GenesysOutcomes;
import io.botflow.bridge.internal.deliver.InboundMedia;
import io.botflow.bridge.internal.dialogue.Repeats;
import io.botflow.bridge.internal.dialogue.StoredValue;
import io.botflow.bridge.internal.lane.EntryHandler;
import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.internal.lane.Progress;
import io.botflow.bridge.internal.offer.Offers;
import io.botflow.bridge.internal.translate.InboundForms;
import io.botflow.bridge.internal.translate.ToGenesys;
import io.botflow.bridge.internal.turn.TurnEnd;
import io.botflow.bridge.route.InboundPolicy;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.NewEntry;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.message.Profile;
import io.botflow.connector.message.Selection;
import io.botflow.connector.messenger.Update;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.openmessaging.InboundMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * Carries a customer's messages to the bot of the route, or to Genesys Cloud while an operator has
 * the customer. A bot is asked once for each message, however often that is carried. Thread-safe.
 */
public final class DirectDelivery implements EntryHandler {
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Map<String, Route> routes;
  private final Map<String, DirectTurns> bots;
  private final EntryHandler toGenesys;
  private final InboundMedia media;
  private final Surroundings around;
  private final BridgeStore store;
  private final Operators operators;
  private final Repeats repeats;
  private final Clock clock;

  /**
   * What the carrier needs of the bridge.
   *
   * @param genesys where operators are
   * @param store where talks are kept
   * @param media keeps customers' media
   * @param offers what customers may choose
   * @param policy what is carried, and how
   * @param notice tells customers of files that could not be had
   * @param executor runs the bots
   * @param listener who is told that a bot was asked
   * @param wake called when new entries wait
   * @param clock the time of turns
   */
  public record Surroundings(
      GenesysCloud genesys,
      BridgeStore store,
      InboundMedia media,
      Offers offers,
      InboundPolicy policy,
      FileNotice notice,
      Executor executor,
      BridgeListener listener,
      Runnable wake,
      Clock clock) {}

  /**
   * Makes the carrier.
   *
   * @param routes the routes by id
   * @param bots the bots that are asked here, by route
   * @param toGenesys carries what goes to operators, and what belongs to other routes
   * @param around what it needs of the bridge
   */
  public DirectDelivery(
      Map<String, Route> routes,
      Map<String, DirectBot> bots,
      EntryHandler toGenesys,
      Surroundings around) {
    this.routes = Map.copyOf(routes);
    this.toGenesys = toGenesys;
    this.around = around;
    this.media = around.media();
    this.store = around.store();
    this.clock = around.clock();
    this.operators = new Operators(around.genesys(), store.notes(), clock);
    this.bots =
        bots.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    bot -> new DirectTurns(bot.getKey(), bot.getValue(), around)));
    Duration longest =
        bots.values().stream()
            .map(bot -> bot.settings().turnBudget())
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    this.repeats = new Repeats(store.notes(), longest.plus(Duration.ofSeconds(10)));
  }

  /**
   * Carries what bots hand over after their turns.
   *
   * @return the carrier of {@link io.botflow.bridge.store.EntryKind#HAND_OVER}
   */
  public EntryHandler handOvers() {
    return (entry, progress) -> {
      Operators.Order order;
      try {
        order = MessageJson.read(entry.payload(), Operators.Order.class);
      } catch (IllegalArgumentException e) {
        return Outcome.dead("unreadable: " + e.getMessage());
      }
      String key = "late-" + entry.sequence();
      StoredValue<Talk> talk = Talk.of(store.notes(), entry.route(), order.userId());
      Talk now = talk.read();
      if (now.withOperator() && !now.handedOverBy(key)) {
        return Outcome.delivered(List.of("an operator has the customer already"), List.of());
      }
      try {
        operators.take(entry.route(), key, order);
        return Outcome.delivered(List.of(), List.of());
      } catch (GenesysException e) {
        return withdrawn(talk, key, GenesysOutcomes.of(e));
      }
    };
  }

  @Override
  public Outcome handle(Entry entry, Progress progress) {
    Route route = routes.get(entry.route());
    DirectTurns turns = bots.get(entry.route());
    Update update = turns == null ? null : update(entry);
    if (route == null || turns == null || update == null) {
      return toGenesys.handle(entry, progress);
    }
    String userId = update.peer().userId();
    String key = userId + ":" + update.id();
    StoredValue<Talk> talk = Talk.of(store.notes(), route.id(), userId);
    Talk now = talk.read();
    boolean begun = !entry.done().isEmpty();
    if (begun || (now.withOperator() && !now.handedOverBy(key) && !operators.done(now))) {
      return located(talk, now, toGenesys.handle(entry, progress));
    }
    if (entry.attempts() == 0) {
      Acknowledgement.of(route, update);
    }
    if (!(update instanceof Update.Received || update instanceof Update.Started)) {
      return Outcome.delivered(
          List.of("not carried: " + update.getClass().getSimpleName() + " means nothing to a bot"),
          List.of());
    }
    InboundForms.Form form = InboundForms.of(update, around.policy());
    Message message = form.message();
    if (message == null) {
      return Outcome.delivered(form.losses(), List.of());
    }
    try {
      return answer(new Job(route, turns, message, form.sender(), key, talk), form.losses());
    } catch (GenesysException e) {
      return withdrawn(talk, key, GenesysOutcomes.of(e));
    } catch (IOException e) {
      return new Outcome.TryAgain("fetching media failed: " + e.getMessage(), null);
    }
  }

  /** The first message after a hand-over tells the conversation, if the hand-over did not. */
  private static Outcome located(StoredValue<Talk> talk, Talk before, Outcome outcome) {
    if (before.withOperator()
        && before.conversationId() == null
        && outcome instanceof Outcome.Final ended) {
      ended.completion().links().stream()
          .map(Link::conversationId)
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(id -> talk.change(now -> now.withOperator() ? now.in(id) : now));
    }
    return outcome;
  }

  private static @Nullable Update update(Entry entry) {
    try {
      return MessageJson.read(entry.payload(), Update.class);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private record Job(
      Route route,
      DirectTurns turns,
      Message message,
      @Nullable Profile sender,
      String key,
      StoredValue<Talk> talk) {}

  private Outcome answer(Job job, List<String> lost) throws IOException {
    List<String> losses = new ArrayList<>(lost);
    Heard heard = heard(job, losses);
    DirectTurns.Asked asked =
        new DirectTurns.Asked(
            job.message.peer(), job.sender, heard.text, heard.selection, heard.files);
    TurnEnd end = new TurnEnd();
    final Decision decision;
    try {
      decision =
          MessageJson.read(
              repeats.once(
                  "direct:" + job.route.id() + ":" + job.key,
                  REMEMBERED,
                  () -> MessageJson.write(job.turns.ask(asked, job.talk, end))),
              Decision.class);
      job.talk.change(
          now -> now.noted(job.key, job.turns.lines(heard.text, heard.files, decision.messages())));
      say(job, heard, decision);
    } finally {
      end.reached();
    }
    if (decision.next() == Decision.Next.OPERATOR) {
      operators.take(
          job.route.id(),
          job.key,
          new Operators.Order(
              job.message.peer().userId(), job.sender, decision.parameters(), decision.summary()));
    } else if (decision.next() == Decision.Next.END) {
      job.talk.change(Talk::ended);
    }
    return Outcome.delivered(losses, List.of());
  }

  /**
   * What the customer is to read goes to its lane before anything else can fail, and before the bot
   * may say more. Again, it is recognised by its key.
   */
  private void say(Job job, Heard heard, Decision decision) {
    List<NewEntry> entries =
        new ArrayList<>(
            around.notice().of(job.route.id(), job.message.peer(), job.key, heard.missing));
    if (!decision.messages().isEmpty()) {
      entries.add(DirectTurns.reply(job.route.id(), job.message.peer(), job.key, decision, clock));
    }
    if (!entries.isEmpty()) {
      store.accept(entries, null);
      around.wake().run();
    }
  }

  /** An operator who cannot be had has no customer: the bot goes on. */
  private static Outcome withdrawn(StoredValue<Talk> talk, String key, Outcome outcome) {
    if (outcome instanceof Outcome.Final) {
      talk.change(now -> now.handedOverBy(key) ? now.ended() : now);
    }
    return outcome;
  }

  @Override
  public List<NewEntry> gaveUp(Entry entry, String reason) {
    Update update = bots.containsKey(entry.route()) ? update(entry) : null;
    if (update != null) {
      String userId = update.peer().userId();
      String key = userId + ":" + update.id();
      Talk.of(store.notes(), entry.route(), userId)
          .change(now -> now.handedOverBy(key) ? now.ended() : now);
    }
    return toGenesys.gaveUp(entry, reason);
  }

  private record Heard(
      String text, @Nullable Selection selection, List<Media> files, List<String> missing) {}

  /** A bot hears here what it would hear by way of Genesys Cloud. */
  private Heard heard(Job job, List<String> losses) throws IOException {
    Optional<Selection> chosen =
        around
            .offers()
            .chosen(
                job.route.id(),
                job.message,
                around.policy().typedChoices(),
                id ->
                    store
                        .linksByMessengerId(job.route.id(), job.message.peer().userId(), id)
                        .stream()
                        .map(Link::genesysId)
                        .findFirst())
            .map(Offers.Chosen::selection);
    if (chosen.isPresent()) {
      return new Heard(chosen.get().label(), chosen.get(), List.of(), List.of());
    }
    InboundMedia.Kept kept = media.keep(job.message, job.route, job.key);
    losses.addAll(kept.losses());
    ToGenesys.Translated translated =
        ToGenesys.translate(
            kept.message(), job.sender, job.key, media::link, around.policy().metadataBytes());
    losses.addAll(translated.losses());
    return new Heard(
        translated.messages().stream()
            .map(ToGenesys.Single::message)
            .map(InboundMessage::text)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n")),
        null,
        translated.messages().stream()
            .map(ToGenesys.Single::file)
            .filter(Objects::nonNull)
            .toList(),
        kept.missing());
  }
}
