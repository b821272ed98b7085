// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.Bridge;
import io.botflow.bridge.media.MediaStore;
import io.botflow.bridge.route.Integration;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.bridge.store.NewEntry;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.Update;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.testkit.genesys.GenesysCloudSimulator;
import io.botflow.testkit.genesys.MessageFlow;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.OpenIntegration;
import io.botflow.testkit.genesys.SupportedContent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The process dies at each step of carrying an album: every picture arrives in order, at most the
 * one in flight arrives twice, and what was said is there, at the end.
 */
@Timeout(120)
class AlbumCrashTest {
  private static final String SECRET = "a-webhook-secret-for-tests";
  private static final Duration WAIT = Duration.ofMillis(100);

  /** What survives the process. */
  enum Kept {
    IN_MEMORY,
    SQLITE
  }

  @TempDir Path directory;
  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder().noRateLimit().start();
  private final ExecutorService serverThreads = Executors.newCachedThreadPool();
  private final MediaStore media = MediaStore.inMemory(Clock.systemUTC());
  private volatile Duration later = Duration.ZERO;
  private OpenIntegration integration;
  private GenesysCloud client;
  private HttpServer server;
  private volatile Bridge bridge;
  private int customers;

  @BeforeEach
  void start() throws IOException {
    integration =
        genesys
            .createOpenIntegration("Letters", SECRET)
            .supportedContent(SupportedContent.everything());
    integration.publish(MessageFlow.transferTo("Support"));
    client =
        GenesysCloud.builder(Region.at(genesys.apiUri(), genesys.loginUri()))
            .clientCredentials(genesys.clientId(), genesys.clientSecret())
            .build();
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.setExecutor(serverThreads);
    server.createContext("/", JdkHttpBinding.of(request -> bridge.web().handle(request)));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    serverThreads.shutdownNow();
    client.close();
    genesys.close();
  }

  @ParameterizedTest
  @CsvSource({"IN_MEMORY, true", "IN_MEMORY, false", "SQLITE, true", "SQLITE, false"})
  void anAlbumSurvivesADeathAtEachStep(Kept kept, boolean before) throws IOException {
    boolean died = true;
    int steps = 0;
    while (died) {
      String customer = "anna-" + ++customers;
      List<String> items = List.of("1|", "2|Перший", "3|Другий");
      died = carriedByTwoProcesses(kept, customer, items, List.of(), steps, before);

      List<String> arrived = arrived(customer);
      List<String> once = List.copyOf(new LinkedHashSet<>(arrived));
      String what = kept + ", died at step " + steps + ": " + arrived;
      assertEquals(List.of("1|", "2|", "3|Перший\nДругий"), once, what);
      assertTrue(arrived.size() <= once.size() + (died ? 1 : 0), what);
      steps++;
    }
    assertTrue(steps > 3, "only " + steps + " steps");
  }

  @ParameterizedTest
  @EnumSource(Kept.class)
  void anAlbumMayComeBeforeAndAfterTheDeath(Kept kept) throws IOException {
    for (int steps = 0; steps < 4; steps++) {
      String customer = "oksana-" + ++customers;
      carriedByTwoProcesses(
          kept, customer, List.of("1|Перший", "2|"), List.of("3|Другий"), steps, true);

      List<String> arrived = arrived(customer);
      String what = kept + ", died at step " + steps + ": " + arrived;
      assertEquals(List.of("1", "2", "3"), names(arrived), what);
      // Words that were in flight with the second picture are said again with the third.
      long most = arrived.contains("2|Перший") ? 2 : 1;
      long said = count(arrived, "Перший");
      assertTrue(said >= 1 && said <= most, what);
      assertEquals(1, count(arrived, "Другий"), what);
    }
  }

  private static List<String> names(List<String> arrived) {
    return List.copyOf(
        new LinkedHashSet<>(
            arrived.stream().map(each -> each.substring(0, each.indexOf('|'))).toList()));
  }

  /** How many messages say it, where one that came twice counts once. */
  private static long count(List<String> arrived, String words) {
    return new LinkedHashSet<>(arrived).stream().filter(each -> each.contains(words)).count();
  }

  /** Returns whether the first process died before it was done. */
  private boolean carriedByTwoProcesses(
      Kept kept,
      String customer,
      List<String> first,
      List<String> second,
      int steps,
      boolean before)
      throws IOException {
    Path file = directory.resolve(customer + ".db");
    later = Duration.ZERO;
    BridgeStore store = open(kept, file);
    DyingStore dying = new DyingStore(store, steps, before);
    accept(store, customer, first);
    try (Bridge mortal = bridge(dying.store())) {
      mortal.start();
      BridgeStore looked = store;
      await(() -> dying.isDead() || looked.waiting() == 0);
    }
    // What a claim holds is free when the file is opened again, or when the lease is over.
    if (kept == Kept.SQLITE) {
      store.close();
      store = open(kept, file);
    }
    later = Duration.ofMinutes(1);
    accept(store, customer, second);
    BridgeStore rest = store;
    try (Bridge next = bridge(store)) {
      next.start();
      await(() -> rest.waiting() == 0);
    }
    store.close();
    Files.deleteIfExists(file);
    return dying.isDead();
  }

  private BridgeStore open(Kept kept, Path file) {
    return kept == Kept.SQLITE
        ? JdbcStore.sqliteBuilder(file).durability(Durability.PROCESS_CRASH).build()
        : new InMemoryStore(
            new Clock() {
              @Override
              public Instant instant() {
                return Instant.now().plus(later);
              }

              @Override
              public java.time.ZoneId getZone() {
                return java.time.ZoneOffset.UTC;
              }

              @Override
              public Clock withZone(java.time.ZoneId zone) {
                return this;
              }
            });
  }

  private Bridge bridge(BridgeStore store) {
    bridge =
        Bridge.builder(client)
            .store(store)
            .media(media)
            .publicUri(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .route(new LetterAdapter(), Integration.of(integration.id(), SECRET))
            .albumWait(WAIT)
            .build();
    return bridge;
  }

  /** Items as file name and caption. */
  private void accept(BridgeStore store, String customer, List<String> items) {
    List<NewEntry> entries = new ArrayList<>();
    for (String item : items) {
      String name = item.split("\\|", -1)[0];
      String caption = item.split("\\|", -1)[1];
      Message message =
          Message.builder("m" + name, new Peer("letters", "us", customer), Instant.now())
              .part(
                  Media.builder(Media.Type.FILE, new MediaSource.MessengerFile(name))
                      .mimeType("application/octet-stream")
                      .fileName(name)
                      .caption(caption.isEmpty() ? null : caption)
                      .build())
              .albumId("album")
              .build();
      String update = MessageJson.write(new Update.Received("u" + name, message, null));
      entries.add(
          new NewEntry(
              customer, "genesys", EntryKind.INBOUND, integration.id(), customer + name, update));
    }
    store.accept(entries, null);
  }

  /** Names and texts as Genesys Cloud has them. */
  private List<String> arrived(String customer) {
    return genesys.conversations().stream()
        .filter(record -> record.customerId().equals(customer))
        .flatMap(record -> record.messages().stream())
        .filter(MessageRecord::fromCustomer)
        .map(
            message ->
                (message.attachment() == null ? "" : message.attachment().name())
                    + "|"
                    + Objects.requireNonNullElse(message.text(), ""))
        .toList();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "waited in vain");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }
}
