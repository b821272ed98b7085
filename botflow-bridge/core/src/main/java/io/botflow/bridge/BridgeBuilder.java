// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge;

import io.botflow.bridge.bot.BotConnectorSettings;
import io.botflow.bridge.bot.DirectBotSettings;
import io.botflow.bridge.event.BridgeListener;
import io.botflow.bridge.internal.direct.DirectBot;
import io.botflow.bridge.media.FetchPolicy;
import io.botflow.bridge.media.MediaLinks;
import io.botflow.bridge.media.MediaScanner;
import io.botflow.bridge.media.MediaStore;
import io.botflow.bridge.route.InboundPolicy;
import io.botflow.bridge.route.Integration;
import io.botflow.bridge.route.RetryPolicy;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.messenger.MessengerAdapter;
import io.botflow.connector.messenger.PollingAdapter;
import io.botflow.genesys.GenesysCloud;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javax.annotation.Nullable;

/**
 * Collects the parts of a {@link Bridge}; a part that is missing or wrong is named by {@link
 * #build}. Not thread-safe.
 */
public final class BridgeBuilder {
  private static final Duration LEAST_JOURNAL = Duration.ofDays(8);

  final GenesysCloud genesys;
  @Nullable BridgeStore store;
  @Nullable MediaStore media;
  @Nullable URI publicUri;
  final Map<String, Route> routes = new LinkedHashMap<>();
  final List<String> polled = new ArrayList<>();
  final List<Bot> bots = new ArrayList<>();
  @Nullable BotConnectorSettings botSettings;
  final Map<String, DirectBot> directBots = new LinkedHashMap<>();
  final List<BridgeListener> listeners = new ArrayList<>();
  Duration albumWait = Duration.ofMillis(1_500);
  InboundPolicy inboundPolicy = InboundPolicy.DEFAULT;
  RetryPolicy retries = RetryPolicy.DEFAULT;
  FetchPolicy fetchPolicy = FetchPolicy.publicHttps();
  boolean customerTyping;
  long maxMediaBytes = 100L << 20;
  Duration fileGiveUpAfter = Duration.ofMinutes(10);
  @Nullable String fileNotice = "⚠️ %s: this file could not be delivered";
  @Nullable String messageNotice = "⚠️ Your message could not be delivered";
  Duration mediaLinkLifetime = MediaLinks.DEFAULT_LIFETIME;
  Duration mediaRetention = Duration.ofDays(14);
  Duration journalRetention = Duration.ofDays(30);
  @Nullable MediaScanner mediaScanner;
  OptionalInt requestsPerMinute = OptionalInt.empty();
  int workers = 16;
  @Nullable Executor executor;
  Clock clock = Clock.systemUTC();

  BridgeBuilder(GenesysCloud genesys) {
    this.genesys = Objects.requireNonNull(genesys, "genesys");
  }

  /**
   * Sets where accepted messages live until they are carried. Required.
   *
   * @param store the store
   * @return this builder
   */
  public BridgeBuilder store(BridgeStore store) {
    this.store = Objects.requireNonNull(store, "store");
    return this;
  }

  /**
   * Sets where media live on their way. Required.
   *
   * @param media the store
   * @return this builder
   */
  public BridgeBuilder media(MediaStore media) {
    this.media = Objects.requireNonNull(media, "media");
    return this;
  }

  /**
   * Sets the address under which the world reaches {@link Bridge#web()}; Genesys Cloud fetches
   * media from there. Required.
   *
   * @param publicUri an absolute URL, perhaps with a path that a proxy takes away
   * @return this builder
   */
  public BridgeBuilder publicUri(URI publicUri) {
    this.publicUri = Objects.requireNonNull(publicUri, "publicUri");
    return this;
  }

  /**
   * Adds a messenger account whose updates come by webhook. At least one route is required.
   *
   * @param adapter the messenger account
   * @param integration the integration that stands for it in Genesys Cloud
   * @return this builder
   * @throws IllegalArgumentException if the account or the integration has a route already, or the
   *     adapter cannot verify webhooks
   */
  public BridgeBuilder route(MessengerAdapter adapter, Integration integration) {
    if (!adapter.receivesWebhooks()) {
      throw new IllegalArgumentException(
          "the adapter of "
              + adapter.messenger()
              + " cannot verify webhooks: give it its webhook secret, or add it by pollingRoute");
    }
    return add(adapter, integration);
  }

  private BridgeBuilder add(MessengerAdapter adapter, Integration integration) {
    Route route = new Route(adapter, integration);
    for (Route other : routes.values()) {
      if (other.id().equals(route.id())) {
        throw new IllegalArgumentException("integration " + route.id() + " has a route already");
      }
      if (other.adapter().messenger().equals(adapter.messenger())
          && other.adapter().account().equals(adapter.account())) {
        throw new IllegalArgumentException(
            "account " + adapter.account() + " of " + adapter.messenger() + " has a route already");
      }
    }
    routes.put(route.id(), route);
    return this;
  }

  /**
   * Adds a messenger account whose updates the bridge fetches, for hosts that the messenger cannot
   * reach.
   *
   * @param adapter the messenger account
   * @param integration the integration that stands for it in Genesys Cloud
   * @return this builder
   * @throws IllegalArgumentException if the account or the integration has a route already
   */
  public BridgeBuilder pollingRoute(PollingAdapter adapter, Integration integration) {
    add(adapter, integration);
    polled.add(integration.id());
    return this;
  }

  /**
   * Serves a bot to Genesys Cloud; several bots share one endpoint, and so one object of settings.
   *
   * @param bot the bot
   * @param settings paths, secrets and time budget of the endpoint
   * @return this builder
   * @throws IllegalArgumentException if another bot was added with other settings
   */
  public BridgeBuilder bot(Bot bot, BotConnectorSettings settings) {
    if (botSettings != null && botSettings != settings) {
      throw new IllegalArgumentException("all bots of a bridge share one object of settings");
    }
    bots.add(Objects.requireNonNull(bot, "bot"));
    botSettings = Objects.requireNonNull(settings, "settings");
    return this;
  }

  /**
   * Has the bridge itself ask a bot for the messages of one route, until the bot hands over: the
   * way of channels that have not moved to Genesys Cloud yet. Genesys Cloud then sees a chat only
   * once an operator has it. Without this call, all messages of a route go to Genesys Cloud.
   *
   * @param integrationId the route's integration, whose flow transfers to operators
   * @param bot the bot
   * @param settings how it is asked
   * @return this builder
   * @throws IllegalArgumentException if the route has such a bot already, or the bot has no such
   *     version
   */
  public BridgeBuilder directBot(String integrationId, Bot bot, DirectBotSettings settings) {
    if (directBots.putIfAbsent(integrationId, DirectBot.of(bot, settings)) != null) {
      throw new IllegalArgumentException("integration " + integrationId + " has a bot already");
    }
    return this;
  }

  /**
   * Adds an observer.
   *
   * @param listener who is told of every message
   * @return this builder
   */
  public BridgeBuilder listener(BridgeListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Sets what becomes of stickers, reactions, edits and other things for which Open Messaging has
   * no word; {@link InboundPolicy#DEFAULT} by default.
   *
   * @param policy the policy
   * @return this builder
   */
  public BridgeBuilder inboundPolicy(InboundPolicy policy) {
    this.inboundPolicy = Objects.requireNonNull(policy, "policy");
    return this;
  }

  /**
   * Sets how long the bridge waits, after each picture of an album, for the next one; 1.5 seconds
   * by default. Messengers send each picture by itself: Genesys Cloud and the bot get all of them,
   * and then what was said with them. The customer's next message ends the wait at once.
   *
   * @param albumWait not negative; zero to carry each picture by itself, with its own caption
   * @return this builder
   * @throws IllegalArgumentException if it is negative
   */
  public BridgeBuilder albumWait(Duration albumWait) {
    if (albumWait.isNegative()) {
      throw new IllegalArgumentException("albumWait must not be negative, was " + albumWait);
    }
    this.albumWait = albumWait;
    return this;
  }

  /**
   * Sets whether Genesys Cloud is told that customers type, where a messenger says so. Each such
   * event counts against the limit of the OAuth client, and shows only if the platform
   * configuration allows it.
   *
   * @param wanted false by default
   * @return this builder
   */
  public BridgeBuilder customerTyping(boolean wanted) {
    this.customerTyping = wanted;
    return this;
  }

  /**
   * Sets the largest file that is carried. Genesys Cloud takes attachments of up to 25 MB: a larger
   * file goes as a link.
   *
   * @param bytes 104,857,600 (100 MiB) by default; positive
   * @return this builder
   * @throws IllegalArgumentException if it is not positive
   */
  public BridgeBuilder maxMediaBytes(long bytes) {
    if (bytes <= 0) {
      throw new IllegalArgumentException("maxMediaBytes must be positive, was " + bytes);
    }
    this.maxMediaBytes = bytes;
    return this;
  }

  /**
   * Sets what a customer reads whose file could not be carried: it is too large, or the messenger
   * does not give it.
   *
   * @param notice a text in which {@code %s} stands for the file's name; null for no notice. In
   *     English by default
   * @return this builder
   */
  public BridgeBuilder fileNotice(@Nullable String notice) {
    this.fileNotice = notice;
    return this;
  }

  /**
   * Sets what a customer reads whose message, or whose edit of one, was given up for good: Genesys
   * Cloud refuses it, or could not be reached for as long as {@link #retries} says. What goes with
   * it is a dead letter, which may still be replayed.
   *
   * @param notice a text; null for no notice. In English by default
   * @return this builder
   */
  public BridgeBuilder messageNotice(@Nullable String notice) {
    this.messageNotice = notice;
    return this;
  }

  /**
   * Sets how long a customer's file is asked for that the messenger says it does not give, perhaps
   * only for now; 10 minutes by default. Then its message goes on without it. A messenger or a
   * media store that is away is waited for as {@link #retries} says.
   *
   * @param age counted from the first refusal; positive
   * @return this builder
   * @throws IllegalArgumentException if it is not positive
   */
  public BridgeBuilder fileGiveUpAfter(Duration age) {
    if (age.isNegative() || age.isZero()) {
      throw new IllegalArgumentException("fileGiveUpAfter must be positive, was " + age);
    }
    this.fileGiveUpAfter = age;
    return this;
  }

  /**
   * Sets how often and how long failed attempts are repeated; {@link RetryPolicy#DEFAULT} by
   * default.
   *
   * @param retries the policy
   * @return this builder
   */
  public BridgeBuilder retries(RetryPolicy retries) {
    this.retries = Objects.requireNonNull(retries, "retries");
    return this;
  }

  /**
   * Sets from where attachments of operators and bots may be fetched; public https hosts only by
   * default.
   *
   * @param fetchPolicy the policy
   * @return this builder
   */
  public BridgeBuilder fetchPolicy(FetchPolicy fetchPolicy) {
    this.fetchPolicy = Objects.requireNonNull(fetchPolicy, "fetchPolicy");
    return this;
  }

  /**
   * Sets how long the links to media work; 7 days by default. Genesys Cloud does not say how long
   * it needs them.
   *
   * @param lifetime at least a second
   * @return this builder
   */
  public BridgeBuilder mediaLinkLifetime(Duration lifetime) {
    this.mediaLinkLifetime = Objects.requireNonNull(lifetime, "lifetime");
    return this;
  }

  /**
   * Sets how long media are kept; 14 days by default. The bridge removes what is older, at its
   * start and every few hours.
   *
   * @param retention at least as long as links work and messages are repeated
   * @return this builder
   */
  public BridgeBuilder mediaRetention(Duration retention) {
    this.mediaRetention = Objects.requireNonNull(retention, "retention");
    return this;
  }

  /**
   * Sets how long the store remembers what has ended: its record, its ids on both sides, and the
   * key by which a repeat is recognised; 30 days by default. A quote, a receipt or a pressed button
   * that comes later finds no message any more.
   *
   * @param retention the time; at least 8 days, since messengers repeat webhooks for up to 7
   * @return this builder
   */
  public BridgeBuilder journalRetention(Duration retention) {
    if (retention.compareTo(LEAST_JOURNAL) < 0) {
      throw new IllegalArgumentException(
          "journalRetention must be at least " + LEAST_JOURNAL + ", was " + retention);
    }
    this.journalRetention = retention;
    return this;
  }

  /**
   * Has each file looked into before anybody gets it; by default none is.
   *
   * @param scanner the scanner
   * @return this builder
   */
  public BridgeBuilder mediaScanner(MediaScanner scanner) {
    this.mediaScanner = Objects.requireNonNull(scanner, "scanner");
    return this;
  }

  /**
   * Sets how many requests a minute Genesys Cloud takes from this bridge, together with all others
   * that share its store. Without it the bridge keeps to what Genesys Cloud writes on its answers
   * ({@code inin-ratelimit-allowed}), from the first one on. Set it where other programs use the
   * same OAuth client: give each its part.
   *
   * @param requests the number; 2 or more
   * @return this builder
   * @see <a href="https://developer.genesys.cloud/platform/api/rate-limits">Rate limits</a>
   */
  public BridgeBuilder requestsPerMinute(int requests) {
    if (requests < 2) {
      throw new IllegalArgumentException("requestsPerMinute must be 2 or more, was " + requests);
    }
    this.requestsPerMinute = OptionalInt.of(requests);
    return this;
  }

  /**
   * Sets how many customers are served at once; 16 by default.
   *
   * @param workers the number of lanes worked on at the same time; positive
   * @return this builder
   */
  public BridgeBuilder workers(int workers) {
    if (workers <= 0) {
      throw new IllegalArgumentException("workers must be positive, was " + workers);
    }
    this.workers = workers;
    return this;
  }

  /**
   * Sets where messages are carried, for example virtual threads; a pool of the bridge's own by
   * default. Bots answer on threads of their own. The executor is not closed with the bridge.
   *
   * @param executor runs blocking work on as many threads as there are {@link #workers}
   * @return this builder
   */
  public BridgeBuilder executor(Executor executor) {
    this.executor = Objects.requireNonNull(executor, "executor");
    return this;
  }

  /**
   * Sets the clock of links, receipts and deadlines; the system's by default.
   *
   * @param clock the clock
   * @return this builder
   */
  public BridgeBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Makes the bridge; nothing runs before {@link Bridge#start}.
   *
   * @return the bridge
   * @throws IllegalStateException if a required part is missing, or two parts want the same path;
   *     the message names it
   * @throws IllegalArgumentException if a part's own settings are wrong; the message names the
   *     setting
   */
  public Bridge build() {
    required(store, "store");
    required(media, "media");
    URI address = required(publicUri, "publicUri");
    if (!address.isAbsolute() || address.getHost() == null) {
      throw new IllegalStateException("publicUri must be an absolute URL with a host");
    }
    if (routes.isEmpty()) {
      throw new IllegalStateException("route: the bridge needs at least one");
    }
    for (String id : directBots.keySet()) {
      if (!routes.containsKey(id)) {
        throw new IllegalStateException("directBot: integration " + id + " has no route");
      }
    }
    notShorter(mediaRetention, "links work (mediaLinkLifetime)", mediaLinkLifetime);
    notShorter(mediaRetention, "messages are repeated (retries)", retries.giveUpAfter());
    return new BridgeAssembly(this).bridge();
  }

  private static void notShorter(Duration retention, String need, Duration least) {
    if (retention.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          "mediaRetention: must be at least " + least + ", as long as " + need);
    }
  }

  static <T> T required(@Nullable T part, String name) {
    if (part == null) {
      throw new IllegalStateException(name + " is required");
    }
    return part;
  }
}
