// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import javax.annotation.Nullable;

/**
 * Genesys Cloud's side of many conversations with a bot of {@link BotServerProcess}, over version
 * 2. Each answer must be the one to its own turn, or it counts as wrong.
 */
public final class ConversationsProcess {
  private final HttpClient client;
  private final URI server;
  private final LongAdder wrong = new LongAdder();

  private ConversationsProcess(HttpClient client, URI server) {
    this.client = client;
    this.server = server;
  }

  /**
   * A question for {@link ChildProcess#ask}.
   *
   * @param path which of the server's ways is gone
   * @param conversations how many there are
   * @param turns how many each has, one after the other
   * @param atOnce how many conversations are under way at once
   * @return the line
   */
  public static String question(String path, int conversations, int turns, int atOnce) {
    return path + " " + conversations + " " + turns + " " + atOnce;
  }

  /** Takes the server's address; runs until its input ends. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      String[] words = line.split(" ", -1);
      new ConversationsProcess(client, URI.create(args[0]).resolve(words[0] + "/messages"))
          .run(
              Integer.parseInt(words[1]),
              Integer.parseInt(words[2]),
              Integer.parseInt(words[3]),
              threads)
          .tell();
    }
    System.exit(0);
  }

  private Figures run(int conversations, int turns, int atOnce, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    AtomicInteger begun = new AtomicInteger();
    long[] nanos = new long[conversations * turns];
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < atOnce; i++) {
      workers.add(
          threads.submit(
              () -> {
                for (int mine = begun.getAndIncrement();
                    mine < conversations;
                    mine = begun.getAndIncrement()) {
                  converse(nanos, mine * turns, turns);
                }
                return null;
              }));
    }
    for (Future<?> worker : workers) {
      worker.get();
    }
    Arrays.sort(nanos);
    return new Figures(
        Map.of(
            "turns", (long) nanos.length,
            "wrong", wrong.sum(),
            "p50", percentile(nanos, 0.50),
            "p99", percentile(nanos, 0.99)));
  }

  private static long percentile(long[] sorted, double share) {
    return sorted[(int) Math.ceil(sorted.length * share) - 1];
  }

  private void converse(long[] nanos, int first, int turns)
      throws IOException, InterruptedException {
    String session = UUID.randomUUID().toString();
    String conversation = UUID.randomUUID().toString();
    String customer = UUID.randomUUID().toString();
    for (int turn = 0; turn < turns; turn++) {
      String text = "turn " + turn;
      HttpRequest request = request(session, conversation, text, turn == 0 ? customer : null);
      long start = System.nanoTime();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      nanos[first + turn] = System.nanoTime() - start;
      if (response.statusCode() != 200) {
        throw new IOException("a turn was answered " + response.statusCode());
      }
      String wanted = BotServerProcess.answer(session, conversation, customer, text);
      if (!response.body().contains("\"" + wanted + "\"")) {
        wrong.increment();
      }
    }
  }

  private HttpRequest request(
      String session, String conversation, String text, @Nullable String customer) {
    String parameters =
        customer == null
            ? ""
            : ",\"parameters\":{\"" + BotServerProcess.VARIABLE + "\":\"" + customer + "\"}";
    String body =
        """
        {"botId":"%s","botVersion":"1","botSessionId":"%s","messageId":"%s",\
        "inputMessage":{"type":"Text","text":"%s"},"languageCode":"en-us","botSessionTimeout":60,\
        "genesysConversationId":"%s"%s}"""
            .formatted(
                BotServerProcess.BOT_ID,
                session,
                UUID.randomUUID(),
                text,
                conversation,
                parameters);
    return HttpRequest.newBuilder(server)
        .header("Content-Type", "application/json")
        .header(BotServerProcess.SECRET_NAME, BotServerProcess.SECRET)
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
