// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.bridge.event.BridgeListener;
import io.botflow.bridge.event.Observers;
import io.botflow.bridge.store.Notes;
import io.botflow.bridge.web.PathRouter;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.message.Media;
import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebResponse;
import io.botflow.genesys.botconnector.v2.DigitalBotConnector;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.annotation.Nullable;

/**
 * The endpoint by which Genesys Cloud asks bots, over both versions of the Bot Connector at once:
 * version 1 (classic, {@code Call Bot Connector}) and version 2 (Digital, {@code Call Digital Bot
 * Connector}).
 *
 * <pre>{@code
 * try (var endpoint = BotConnectorEndpoint.builder(List.of(bot), settings).build()) {
 *   server.createContext("/", JdkHttpBinding.of(endpoint.web()));
 *   …
 * }
 * }</pre>
 *
 * <p>What is answered:
 *
 * <table>
 *   <caption>Answers of the endpoint</caption>
 *   <tr><th>case</th><th>version 1</th><th>version 2</th></tr>
 *   <tr><td>secret header missing or wrong</td><td>403</td><td>403, on every path</td></tr>
 *   <tr><td>the caller is not on the allow-list</td><td>403</td><td>403, on every path</td></tr>
 *   <tr><td>the allow-list was not read yet</td><td>503</td><td>503, on every path</td></tr>
 *   <tr><td>the bot answered</td><td>200 with its state</td><td>200 with its state</td></tr>
 *   <tr><td>the bot threw ({@code BotException}), was late ({@code BotTimeout}), returned null
 *       ({@code NullReply}), ended with an intent, a slot or a value that its version does not
 *       declare ({@code UndeclaredIntent}, {@code UndeclaredSlot}, {@code SlotType}, {@code
 *       SlotRange}), or too many turns are under way ({@code BotBusy})</td>
 *       <td>200 with {@code Failed}</td><td>200 with {@code Failed}</td></tr>
 *   <tr><td>unreadable body ({@code InvalidRequest})</td><td>200 with {@code Failed}</td>
 *       <td>400</td></tr>
 *   <tr><td>bot or version not served ({@code UnknownBot}, {@code UnknownVersion})</td>
 *       <td>200 with {@code Failed}</td><td>404</td></tr>
 *   <tr><td>the store cannot be reached ({@code StoreUnavailable})</td>
 *       <td>200 with {@code Failed}</td><td>503</td></tr>
 *   <tr><td>another method</td><td>405</td><td>405</td></tr>
 * </table>
 *
 * <p>The flow takes its failure path in each case but where the bot answered. Version 1 gives the
 * reason to the flow only with 200; version 2 repeats 5xx, and not 4xx, so it gets 503 where a
 * repetition helps. The codes stand in {@code errorInfo}, with what the bot wanted to say all the
 * same. A request that is made again gets the answer it got, and the bot is not asked again.
 *
 * <p>Bots run on an executor of their own, so that a late one does not hold the request: what is
 * answered then says {@link BotConnectorSettingsBuilder#whenLate}. Thread-safe.
 */
public final class BotConnectorEndpoint implements AutoCloseable {
  /** How many turns the default executor runs at once. */
  private static final int MOST_TURNS = 256;

  private final Map<String, WebHandler> handlers;
  private final WebHandler elsewhere;
  private final Turns turns;
  private final Callers callers;
  @Nullable private final ExecutorService ownExecutor;

  private BotConnectorEndpoint(
      Map<String, WebHandler> handlers,
      WebHandler elsewhere,
      Turns turns,
      Callers callers,
      @Nullable ExecutorService ownExecutor) {
    this.handlers = handlers;
    this.elsewhere = elsewhere;
    this.turns = turns;
    this.callers = callers;
    this.ownExecutor = ownExecutor;
  }

  /**
   * Starts an endpoint.
   *
   * @param bots the bots, 1 to 50 with ids of their own; each is asked once to describe itself
   * @param settings paths, secrets and the time budget
   * @return a builder
   */
  public static Builder builder(List<Bot> bots, BotConnectorSettings settings) {
    return new Builder(bots, settings);
  }

  /**
   * What answers the requests, by path, as {@link io.botflow.bridge.web.PathRouter} takes it.
   *
   * @return the path of version 1, and the path of version 2 with a slash at its end for all below
   */
  public Map<String, WebHandler> handlers() {
    return handlers;
  }

  /**
   * All of {@link #handlers} in one, for a server that has nothing else to serve: any other path is
   * answered 404, and without the secrets 403 like the rest.
   *
   * @return what answers every request
   */
  public WebHandler web() {
    return PathRouter.of(handlers, elsewhere);
  }

  /**
   * Takes no more turns, and abandons those under way: bots are told and interrupted. An executor
   * that was passed in stays open.
   */
  @Override
  public void close() {
    turns.close();
    callers.close();
    if (ownExecutor != null) {
      ownExecutor.shutdownNow();
    }
  }

  /** Collects what an endpoint needs; not thread-safe. */
  public static final class Builder {
    private final List<Bot> bots;
    private final BotConnectorSettings settings;
    private BridgeListener listener = event -> {};
    private Clock clock = Clock.systemUTC();
    private Function<Media, Optional<URI>> mediaLinks = media -> Optional.empty();
    @Nullable private Executor executor;
    @Nullable private Notes notes;
    @Nullable private DigitalBotConnector outgoing;

    private Builder(List<Bot> bots, BotConnectorSettings settings) {
      this.bots = List.copyOf(Objects.requireNonNull(bots, "bots"));
      this.settings = Objects.requireNonNull(settings, "settings");
    }

    /**
     * Sets who is told of answers and refusals. Default: nobody.
     *
     * @param listener the listener; what it throws is logged
     * @return this builder
     */
    public Builder listener(BridgeListener listener) {
      this.listener = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /**
     * Sets the clock that gives a turn its deadline. Default: the system's.
     *
     * @param clock the clock
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Sets how Genesys Cloud can fetch a file that has no public address, for example one of the
     * bridge's media store. Default: it cannot, and the file's name is sent in its place.
     *
     * @param links gives a public http or https address, or empty; safe for concurrent use
     * @return this builder
     */
    public Builder mediaLinks(Function<Media, Optional<URI>> links) {
      this.mediaLinks = Objects.requireNonNull(links, "links");
      return this;
    }

    /**
     * Sets what runs the bots. Default: daemon threads of its own, at most 256 at once; beyond
     * that, a turn fails with {@code BotBusy}.
     *
     * @param executor must not run tasks on the calling thread, or the time budget is not kept; an
     *     executor of virtual threads does well
     * @return this builder
     */
    public Builder executor(Executor executor) {
      this.executor = Objects.requireNonNull(executor, "executor");
      return this;
    }

    /**
     * Sets where sessions, and the answers to repeated requests, are kept. Several instances that
     * share a store know each other's; those that share it with a bridge give bots the files of its
     * customers too. Default: in memory.
     *
     * @param notes the notes of a bridge's store, for example
     * @return this builder
     */
    public Builder notes(Notes notes) {
      this.notes = Objects.requireNonNull(notes, "notes");
      return this;
    }

    /**
     * Sets by which version 2 takes what bots say after their turns. Default: nothing, and {@link
     * io.botflow.connector.bot.Answers} are refused in version 2.
     *
     * @param connector as {@code GenesysCloud} gives it
     * @return this builder
     */
    public Builder outgoing(DigitalBotConnector connector) {
      this.outgoing = Objects.requireNonNull(connector, "connector");
      return this;
    }

    /**
     * Makes the endpoint. No port is opened, and no request made but for the allow-list of the
     * settings, which begins to be read in the background.
     *
     * @return the endpoint
     * @throws IllegalArgumentException if there is no bot, too many, or two with one id
     */
    public BotConnectorEndpoint build() {
      ServedBots served = new ServedBots(bots);
      ExecutorService own = executor == null ? newExecutor() : null;
      Turns turns =
          new Turns(own == null ? Objects.requireNonNull(executor) : own, settings.whenLate());
      TurnMemory memory =
          notes == null
              ? new TurnMemory(Notes.inMemory(clock), clock, settings.turnBudget(), Duration.ZERO)
              : new TurnMemory(notes, clock, settings.turnBudget(), settings.customerFileWait());
      served.requireAlternatives(settings.alternateIntents());
      Callers callers = new Callers(settings.allowList().orElse(null));
      return new BotConnectorEndpoint(
          Map.of(
              settings.v1Path(),
              classic(callers, served, turns, memory),
              settings.v2Path() + "/",
              digital(callers, served, turns, memory)),
          guarded(callers, request -> WebResponse.empty(404), witness("*")),
          turns,
          callers,
          own);
    }

    private WebHandler classic(Callers callers, ServedBots served, Turns turns, TurnMemory memory) {
      Witness witness = witness(settings.v1Path());
      Protocol protocol =
          new ClassicProtocol(
              settings.v1RepeatWindow(), new IntentGuard(settings.alternateIntents()));
      return guarded(callers, turnHandler(protocol, served, turns, memory, witness), witness);
    }

    private WebHandler digital(Callers callers, ServedBots served, Turns turns, TurnMemory memory) {
      Witness witness = witness(settings.v2Path() + "/");
      Protocol protocol =
          new DigitalProtocol(settings.fileAttachments(), settings.v2RepeatWindow(), outgoing);
      WebHandler messages =
          turnHandler(protocol, served, turns, memory, witness(settings.v2Path() + "/messages"));
      return guarded(
          callers,
          new DigitalPaths(settings.v2Path(), served.descriptions(), messages, witness),
          witness);
    }

    private WebHandler guarded(Callers callers, WebHandler handler, Witness witness) {
      return new Guarded(callers, settings.secrets(), handler, witness, clock);
    }

    private WebHandler turnHandler(
        Protocol protocol, ServedBots served, Turns turns, TurnMemory memory, Witness witness) {
      return new PostOnly(
          new TurnHandler(protocol, served, turns, memory, new ReplyLinks(mediaLinks), witness),
          witness);
    }

    private Witness witness(String route) {
      return new Witness(route, new Observers(List.of(listener)));
    }

    private static ExecutorService newExecutor() {
      AtomicLong number = new AtomicLong();
      return new ThreadPoolExecutor(
          0,
          MOST_TURNS,
          60,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> {
            Thread thread = new Thread(task, "botflow-turn-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });
    }
  }
}
