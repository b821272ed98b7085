// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.Bridge;
import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.media.FetchPolicy;
import io.botflow.bridge.media.MediaScanner;
import io.botflow.bridge.media.MediaStore;
import io.botflow.bridge.route.Integration;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.testkit.genesys.GenesysCloudSimulator;
import io.botflow.testkit.genesys.MessageFlow;
import io.botflow.testkit.genesys.OpenIntegration;
import io.botflow.testkit.genesys.SupportedContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.annotation.Nullable;

/** A bridge between Genesys Cloud and any messenger. */
final class KindRoute implements AutoCloseable {
  static final String QUEUE = "Support";

  /** Enough for all samples. */
  static final int MAX_MEDIA_BYTES = 1 << 20;

  private static final Set<EntryKind> TOLD = Set.of(EntryKind.INBOUND, EntryKind.STATUS);

  final MessengerUnderTest messenger;
  final FileHost files = new FileHost();
  static final String MARK = "a-virus-of-the-tests";

  final GenesysCloudSimulator genesys;
  final Heard heard = new Heard();

  private final BridgeStore store = new InMemoryStore();
  private final HttpServer server;
  private final ExecutorService serverThreads = Executors.newCachedThreadPool();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI here;
  private final OpenIntegration integration;
  private final GenesysCloud client;
  private final Bridge bridge;

  /**
   * Opens the route.
   *
   * @param trusting whether files on loopback are fetched, on which all of them are
   */
  KindRoute(MessengerUnderTest messenger, boolean trusting) {
    this.messenger = messenger;
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    genesys = GenesysCloudSimulator.builder().noRateLimit().failureQueue(QUEUE).start();
    integration =
        genesys
            .createOpenIntegration("Any", TestRoute.WEBHOOK_SECRET)
            .supportedContent(SupportedContent.everything());
    client =
        GenesysCloud.builder(Region.at(genesys.apiUri(), genesys.loginUri()))
            .clientCredentials(genesys.clientId(), genesys.clientSecret())
            .build();
    bridge =
        Bridge.builder(client)
            .store(store)
            .media(MediaStore.inMemory(Clock.systemUTC()))
            .publicUri(here)
            .fetchPolicy(
                trusting
                    ? FetchPolicy.publicHttps().allowing(genesys.apiUri(), files.origin())
                    : FetchPolicy.publicHttps())
            .maxMediaBytes(MAX_MEDIA_BYTES)
            .mediaScanner(KindRoute::scan)
            .listener(heard)
            .route(messenger.adapter(), Integration.of(integration.id(), TestRoute.WEBHOOK_SECRET))
            .build();
    server.setExecutor(serverThreads);
    server.createContext("/", JdkHttpBinding.of(bridge.web()));
    server.start();
    bridge.start();
    integration
        .webhookUri(here.resolve("/webhooks/genesys/" + integration.id()))
        .publish(MessageFlow.transferTo(QUEUE));
    messenger.deliverTo(
        here.resolve(
            "/webhooks/" + messenger.adapter().messenger() + "/" + messenger.adapter().account()));
  }

  private static MediaScanner.Scan scan(@Nullable String fileName, @Nullable String mimeType) {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    return new MediaScanner.Scan() {
      @Override
      public void write(byte[] bytes, int offset, int length) {
        seen.write(bytes, offset, length);
      }

      @Override
      public MediaScanner.Verdict finish() {
        return seen.toString(StandardCharsets.ISO_8859_1).contains(MARK)
            ? MediaScanner.Verdict.infected("Test-Mark")
            : MediaScanner.Verdict.CLEAN;
      }

      @Override
      public void close() {}
    };
  }

  /** Lets the customer begin, and waits until that is over. */
  void begin() {
    messenger.begin();
    awaitTold(1);
  }

  /** Has Genesys Cloud send something, and waits for its end. */
  BridgeEvent.Finished sendFromGenesys(ObjectNode message) {
    int before = finished(Set.of(EntryKind.OUTBOUND)).size();
    String body = message.toString();
    HttpRequest request =
        HttpRequest.newBuilder(here.resolve("/webhooks/genesys/" + integration.id()))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .header(Webhooks.SIGNATURE, Webhooks.signature(TestRoute.WEBHOOK_SECRET, body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    int status = exchange(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new AssertionError("the webhook was answered " + status);
    }
    Until.holds(
        "the message ends", () -> finished(Set.of(EntryKind.OUTBOUND)).size() == before + 1);
    return finished(Set.of(EntryKind.OUTBOUND)).get(before);
  }

  /** What became of all that the messenger told, once it is so much. */
  List<BridgeEvent.Finished> awaitTold(int updates) {
    Until.holds(updates + " updates end", () -> finished(TOLD).size() >= updates);
    return finished(TOLD);
  }

  private List<BridgeEvent.Finished> finished(Set<EntryKind> kinds) {
    return heard.all(BridgeEvent.Finished.class).stream()
        .filter(event -> kinds.contains(event.kind()))
        .toList();
  }

  /** Whether a text names an address of ours where somebody can fetch these bytes. */
  boolean offers(String text, byte[] bytes) {
    for (String word : text.split("\\s", -1)) {
      if (word.startsWith(here.toString())) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(word)).build();
        HttpResponse<byte[]> response = exchange(request, HttpResponse.BodyHandlers.ofByteArray());
        if (Arrays.equals(bytes, response.body())) {
          return true;
        }
      }
    }
    return false;
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    bridge.close();
    serverThreads.shutdownNow();
    client.close();
    store.close();
    messenger.close();
    genesys.close();
    files.close();
  }
}
