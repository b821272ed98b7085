// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.NewEntry;
import io.botflow.bridge.store.jdbc.JdbcStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotflowTest {
  private static final String WORDS = "{\"type\":\"TEXT\",\"text\":\"мої слова\"}";

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void fill() {
    file = directory.resolve("bridge.db");
    try (BridgeStore store = JdbcStore.sqlite(file)) {
      for (String key : List.of("1", "2", "3")) {
        accept(store, key);
      }
      ClaimedLane lane = store.claim("test", 1, 9, Duration.ofMinutes(1)).get(0);
      end(store, lane, 0, EntryState.DEAD, "400 [correlation 77]");
      end(store, lane, 1, EntryState.DEAD, "400 [correlation 78]");
      end(store, lane, 2, EntryState.DELIVERED, null);
      accept(store, "4");
    }
  }

  @Test
  void statusTellsWhatWaits() {
    Result result = run("status");

    assertEquals(0, result.code());
    assertTrue(result.out().startsWith("INBOUND|route: 1 waiting in 1 lanes"), result.out());
    assertTrue(result.out().endsWith("2 dead letters\n"), result.out());
  }

  @Test
  void deadLettersAreListedShownReplayedAndDiscarded() {
    String list = run("dead", "list").out();
    assertTrue(list.contains("1 INBOUND, route route"), list);
    assertTrue(list.contains("400 [correlation 77]"), list);

    String shown = run("dead", "show", "1").out();
    assertTrue(shown.contains("1 INBOUND DEAD"), shown);
    assertTrue(shown.contains("*** (9)"), shown);
    assertFalse(shown.contains("слова"), shown);
    assertTrue(run("dead", "show", "1", "--content").out().contains("мої слова"));

    assertEquals(0, run("dead", "discard", "2", "--reason", "a test").code());
    assertEquals(1, run("dead", "replay", "1", "2").code(), "2 is discarded");
    assertEquals("0 dead letters\n", run("dead", "list").out());
    assertEquals(List.of("1", "4"), waiting());
    String gone = run("dead", "show", "2").out();
    assertTrue(gone.contains("DISCARDED") && gone.contains("a test"), gone);
  }

  @Test
  void allDeadLettersOfARouteAreReplayed() {
    assertEquals("2 wait again\n", run("dead", "replay", "--route", "route").out());
    assertEquals(1, run("dead", "replay", "--route", "route").code());
    assertEquals(List.of("1", "2", "4"), waiting());
  }

  @Test
  void theJournalIsAskedByMessageAndByCustomer() {
    Result message = run("journal", "message", "conversation");
    assertEquals(0, message.code());
    assertTrue(message.out().contains("3 INBOUND DELIVERED"), message.out());
    assertTrue(message.out().contains("messenger m3, Genesys Cloud g3"), message.out());
    assertTrue(run("journal", "customer", "route", "ivan").out().endsWith("4 entries\n"));
    assertEquals(1, run("journal", "message", "unknown").code());
  }

  @Test
  void aCustomerIsErasedOnlyWithAWordForIt() {
    assertEquals(2, run("erase", "route", "ivan").code());
    assertEquals("4 entries and notes removed\n", run("erase", "route", "ivan", "--yes").out());
    assertEquals(1, run("journal", "customer", "route", "ivan").code());
  }

  @Test
  void aStoreThatIsNotThereIsNotMade() {
    Path missing = directory.resolve("missing.db");
    Result result = runOn(missing, "status");

    assertEquals(3, result.code());
    assertTrue(result.err().contains("missing.db"), result.err());
    assertFalse(Files.exists(missing));
  }

  @Test
  void aStoreInUseIsLeftAlone() {
    try (BridgeStore inUse = JdbcStore.sqlite(file)) {
      Result result = run("status");
      assertEquals(3, result.code());
      assertTrue(result.err().contains("in use"), result.err());
      assertEquals(1, inUse.waiting());
    }
  }

  @Test
  void whatIsAskedWronglyIsExplained() {
    assertEquals(2, call("status").code(), "no store is named");
    assertEquals(2, run("dead").code());
    assertEquals(2, run("journal").code());
    assertEquals(2, run().code());
    assertEquals(2, run("dead", "replay").code());
    assertEquals(2, run("dead", "discard", "1").code(), "no reason");
    assertEquals(3, call("status", "--postgres", "nonsense").code());
    for (String max : List.of("0", "-1", "many")) {
      assertEquals(2, run("dead", "list", "--max", max).code());
      assertEquals(2, run("journal", "message", "id", "--max", max).code());
      assertEquals(2, run("journal", "customer", "route", "ivan", "--max", max).code());
    }
    for (String[] command : List.of(new String[] {"status"}, new String[] {"dead", "list"})) {
      List<String> args = new ArrayList<>(List.of(command));
      args.addAll(List.of("--postgres", "jdbc:postgresql://host/db", "--schema", "Bad-Name"));
      Result schema = call(args.toArray(String[]::new));
      assertEquals(2, schema.code());
      assertTrue(schema.err().startsWith("--schema must be of small letters"), schema.err());
    }
    Result help = call("--help");
    assertEquals(0, help.code());
    for (String command : List.of("status", "dead", "journal", "erase")) {
      assertTrue(help.out().contains(command), help.out());
    }
  }

  private record Result(int code, String out, String err) {}

  private Result run(String... command) {
    return runOn(file, command);
  }

  /** The store is named behind the command. */
  private Result runOn(Path store, String... command) {
    List<String> args = new ArrayList<>(List.of(command));
    if (command.length > (command.length > 0 && command[0].matches("dead|journal") ? 1 : 0)) {
      args.addAll(List.of("--sqlite", store.toString()));
    }
    return call(args.toArray(String[]::new));
  }

  private static Result call(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Botflow.run(new PrintWriter(out), new PrintWriter(err), args);
    return new Result(code, out.toString().replace("\r\n", "\n"), err.toString());
  }

  private List<String> waiting() {
    try (BridgeStore store = JdbcStore.sqlite(file)) {
      return store.claim("test", 1, 9, Duration.ofMinutes(1)).get(0).entries().stream()
          .map(entry -> Long.toString(entry.sequence()))
          .toList();
    }
  }

  private static void accept(BridgeStore store, String key) {
    store.accept(
        List.of(
            new NewEntry(
                "INBOUND|route|ivan", "INBOUND|route", EntryKind.INBOUND, "route", key, WORDS)),
        null);
  }

  private static void end(
      BridgeStore store, ClaimedLane lane, int number, EntryState state, String detail) {
    Entry entry = lane.entries().get(number);
    long id = entry.sequence();
    Link link = new Link(0, "ivan", "m" + id, "g" + id, "conversation");
    List<Link> links = state == EntryState.DEAD ? List.of() : List.of(link);
    store.complete(lane, entry, new Completion(state, detail, links, List.of()));
  }
}
