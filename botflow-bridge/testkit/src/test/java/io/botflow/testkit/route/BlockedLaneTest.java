// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.bridge.store.NewEntry;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Update;
import io.botflow.testkit.history.Findings;
import io.botflow.testkit.history.History;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A customer whose message cannot be carried now, or ever, holds nobody else up. */
class BlockedLaneTest {
  private static final int ENDLESS = 1_000_000;
  private static final int FOLLOWERS = 10_000;
  private static final int CUSTOMERS = 20;
  private static final int EACH = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final List<NewEntry> accepted = new CopyOnWriteArrayList<>();
  private final InMemoryStore memory = new InMemoryStore();

  @AutoClose
  private final TestRoute route =
      TestRoute.builder()
          .store(
              Stores.accepting(
                  memory,
                  entries -> {
                    accepted.addAll(entries);
                    return entries;
                  }))
          .start();

  private final TelegramCustomer ivan = route.ivan();
  private int runs;

  @Test
  void aHeadThatAlwaysFailsSlowsNobodyElse() {
    others();
    Findings clean = others();
    route.telegram.faults().next("getFile", 502, ENDLESS);
    ivan.sendPhoto(Samples.jpeg(1), null);
    route.heard.await(
        BridgeEvent.Postponed.class, postponed -> postponed.kind() == EntryKind.INBOUND);
    memory.accept(followers(photo()), null);
    Findings blocked = others();

    double ratio = (double) blocked.p99().toNanos() / clean.p99().toNanos();
    System.out.printf(
        "R5, %,d wait behind a head that fails: clean %s; blocked %s; p99 %.2f times%n",
        FOLLOWERS, clean, blocked, ratio);
    assertTrue(memory.waiting() > FOLLOWERS, "the lane is still blocked");
    // What few milliseconds become on a busy machine says nothing.
    long bound = 3 * Math.max(clean.p99().toMillis(), 50);
    assertTrue(blocked.p99().toMillis() <= bound, () -> blocked + " after " + clean);
  }

  @Test
  void whatFailsForGoodIsTriedOnceAndTheLaneGoesOn() {
    route.genesys.faults().nextInbound(400, 1);
    ivan.sendText("неможливе");
    ivan.sendText("перше");
    ivan.sendText("друге");
    Until.holds("the rest came", () -> route.inGenesys(ivan).size() == 2);

    assertEquals(List.of("перше", "друге"), route.inGenesys(ivan));
    assertEquals(1, route.attempts(400));
    route.heard.awaitFinished(EntryKind.INBOUND, EntryState.DEAD);
    assertEquals(1, memory.deadLetters(10).size());
    assertEquals(List.of(), route.heard.all(BridgeEvent.Postponed.class));
  }

  /** Has the other customers write, and waits until all of it has come. */
  private Findings others() {
    int run = runs++;
    List<TelegramCustomer> customers =
        IntStream.range(0, CUSTOMERS)
            .mapToObj(i -> route.telegram.customer(5_000_000 + i, "Клієнт " + i, null, "uk"))
            .toList();
    History history = new History();
    for (int i = 0; i < EACH; i++) {
      String text = run + "-" + i;
      customers.forEach(
          customer -> {
            history.sent(Long.toString(customer.id()), text, Instant.now());
            customer.sendText(text);
          });
    }
    Until.holds(
        "all came",
        PATIENCE,
        () ->
            customers.stream()
                .allMatch(customer -> route.inGenesys(customer).size() == (run + 1) * EACH));
    route.genesys.conversations().stream()
        .filter(conversation -> Long.parseLong(conversation.customerId()) >= 5_000_000)
        .forEach(
            conversation ->
                conversation.messages().stream()
                    .filter(message -> String.valueOf(message.text()).startsWith(run + "-"))
                    .forEach(
                        message ->
                            history.arrived(
                                conversation.customerId(),
                                String.valueOf(message.text()),
                                message.time())));
    return history.findings().requireExactlyOnce();
  }

  private NewEntry photo() {
    return accepted.stream()
        .filter(entry -> entry.kind() == EntryKind.INBOUND)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** Entries in the lane of another one. */
  private List<NewEntry> followers(NewEntry head) {
    Peer peer =
        new Peer("telegram", Long.toString(route.telegram.botId()), Long.toString(ivan.id()));
    return IntStream.range(0, FOLLOWERS)
        .mapToObj(
            i -> {
              Message message =
                  Message.builder("follower-" + i, peer, Instant.now())
                      .part(new Text("далі " + i))
                      .build();
              return new NewEntry(
                  head.lane(),
                  head.target(),
                  head.kind(),
                  head.route(),
                  "follower-" + i,
                  MessageJson.write(new Update.Received("f" + i, message, null)));
            })
        .toList();
  }
}
