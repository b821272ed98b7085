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
import io.botflow.bridge.internal.lane.Payload;
import io.botflow.bridge.internal.lane.Progress;
import io.botflow.bridge.internal.offer.Offers;
import io.botflow.bridge.internal.translate.InboundForms;
import io.botflow.bridge.internal.turn.TurnEnd;
import io.botflow.bridge.route.InboundPolicy;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.NewEntry;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Profile;
import io.botflow.connector.messenger.Update;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.error.GenesysException;
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
  private final Hearing hearing;
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
    this.hearing = new Hearing(around);
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
    return (entry, progress) ->
        Payload.read(entry, Operators.Order.class, order -> handOver(entry, order));
  }

  private Outcome handOver(Entry entry, Operators.Order order) {
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
  }

  @Override
  public Outcome handle(Entry entry, Progress progress) {
    return together(List.of(entry), toGenesys).handle(entry, progress);
  }

  @Override
  public Optional<String> group(Entry entry) {
    return toGenesys.group(entry);
  }

  @Override
  public EntryHandler together(List<Entry> entries) {
    return together(entries, toGenesys.together(entries));
  }

  /** Entries that are one message: for the bot of their route, or for whom the carrier takes it. */
  private EntryHandler together(List<Entry> entries, EntryHandler carrier) {
    Route route = routes.get(entries.get(0).route());
    DirectTurns turns = bots.get(entries.get(0).route());
    List<Update> updates =
        turns == null
            ? List.of()
            : entries.stream().flatMap(each -> Payload.find(each, Update.class).stream()).toList();
    if (route == null || turns == null || updates.size() < entries.size()) {
      return carrier;
    }
    String userId = updates.get(0).peer().userId();
    String key = key(updates.get(updates.size() - 1));
    StoredValue<Talk> talk = Talk.of(store.notes(), route.id(), userId);
    boolean begun = entries.stream().anyMatch(each -> !each.done().isEmpty());
    return new DirectAlbum(
        () -> {
          Talk now = talk.read();
          return begun || (now.withOperator() && !now.handedOverBy(key) && !operators.done(now))
              ? Optional.of(
                  (entry, progress) -> located(talk, now, carrier.handle(entry, progress)))
              : Optional.empty();
        },
        () -> {
          if (entries.get(0).attempts() == 0) {
            updates.forEach(update -> Acknowledgement.of(route, update));
          }
          return ask(route, turns, talk, updates);
        });
  }

  private static String key(Update update) {
    return update.peer().userId() + ":" + update.id();
  }

  private Outcome ask(
      Route route, DirectTurns turns, StoredValue<Talk> talk, List<Update> updates) {
    Update last = updates.get(updates.size() - 1);
    if (!(last instanceof Update.Received || last instanceof Update.Started)) {
      return Outcome.delivered(
          List.of("not carried: " + last.getClass().getSimpleName() + " means nothing to a bot"),
          List.of());
    }
    List<String> losses = new ArrayList<>();
    List<Hearing.Said> said = new ArrayList<>();
    Profile sender = null;
    for (Update update : updates) {
      InboundForms.Form form = InboundForms.of(update, around.policy());
      losses.addAll(form.losses());
      sender = form.sender();
      if (form.message() != null) {
        said.add(new Hearing.Said(form.message(), key(update)));
      }
    }
    if (said.isEmpty()) {
      return Outcome.delivered(losses, List.of());
    }
    try {
      return answer(new Job(route, turns, said, sender, key(last), talk), losses);
    } catch (GenesysException e) {
      return withdrawn(
          talk, key(last), around.notice().told(route.id(), last, GenesysOutcomes.of(e)));
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

  /** What the customer said in one turn: a message, or those of an album. */
  private record Job(
      Route route,
      DirectTurns turns,
      List<Hearing.Said> said,
      @Nullable Profile sender,
      String key,
      StoredValue<Talk> talk) {
    Peer peer() {
      return said.get(0).message().peer();
    }
  }

  private Outcome answer(Job job, List<String> losses) throws IOException {
    Hearing.Heard heard = hearing.heard(job.route, job.sender, job.said, losses);
    DirectTurns.Asked asked =
        new DirectTurns.Asked(
            job.peer(), job.sender, heard.text(), heard.selection(), heard.files());
    TurnEnd end = new TurnEnd();
    final Decision decision;
    try {
      decision =
          MessageJson.read(
              repeats.once(
                  "direct:" + job.route.id() + ":" + job.key,
                  Talks.owner(job.route.id(), job.peer().userId()),
                  REMEMBERED,
                  () -> MessageJson.write(job.turns.ask(asked, job.talk, end))),
              Decision.class);
      job.talk.change(
          now ->
              now.noted(
                  job.key, job.turns.lines(heard.text(), heard.files(), decision.messages())));
      say(job, heard, decision);
    } finally {
      end.reached();
    }
    if (decision.next() == Decision.Next.OPERATOR) {
      operators.take(
          job.route.id(),
          job.key,
          new Operators.Order(
              job.peer().userId(), job.sender, decision.parameters(), decision.summary()));
    } else if (decision.next() == Decision.Next.END) {
      job.talk.change(Talk::ended);
    }
    return Outcome.delivered(losses, List.of());
  }

  /**
   * What the customer is to read goes to its lane before anything else can fail, and before the bot
   * may say more. Again, it is recognised by its key.
   */
  private void say(Job job, Hearing.Heard heard, Decision decision) {
    List<NewEntry> entries =
        new ArrayList<>(around.notice().of(job.route.id(), job.peer(), job.key, heard.missing()));
    if (!decision.messages().isEmpty()) {
      entries.add(DirectTurns.reply(job.route.id(), job.peer(), job.key, decision, clock));
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
    if (bots.containsKey(entry.route())) {
      Payload.find(entry, Update.class)
          .ifPresent(
              update ->
                  Talk.of(store.notes(), entry.route(), update.peer().userId())
                      .change(now -> now.handedOverBy(key(update)) ? now.ended() : now));
    }
    return toGenesys.gaveUp(entry, reason);
  }
}
