// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.internal.dialogue.CustomerFiles.Customer;
import io.botflow.bridge.internal.dialogue.CustomerFiles.Waiting;
import io.botflow.bridge.store.Notes;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CustomerFilesTest {
  private static final Customer IVAN = new Customer("telegram", "1");
  private static final Customer OLHA = new Customer("telegram", "2");

  private final Notes notes = Notes.inMemory(Clock.systemUTC());
  private final CustomerFiles bridge = new CustomerFiles(notes);
  private final CustomerFiles endpoint = new CustomerFiles(notes);

  @Test
  void aBotGetsEachFileOnceAndInOrder() {
    bridge.sending(IVAN, "a", file("a"));
    bridge.arrived(IVAN, "conversation");
    bridge.sending(IVAN, "b", file("b"));

    Waiting waiting = endpoint.waiting("conversation");
    assertEquals(List.of(file("a"), file("b")), waiting.files());
    endpoint.given(waiting);
    assertEquals(List.of(), endpoint.waiting("conversation").files());
  }

  @Test
  void aFileThatIsSentAgainIsNotGivenAgain() {
    bridge.sending(IVAN, "a", file("a"));
    bridge.arrived(IVAN, "conversation");
    endpoint.given(endpoint.waiting("conversation"));
    bridge.sending(IVAN, "a", file("a"));
    assertEquals(List.of(), endpoint.waiting("conversation").files());
  }

  @Test
  void whatCameWhileTheTurnWasUnderWayIsLeftForTheNext() {
    bridge.sending(IVAN, "a", file("a"));
    bridge.arrived(IVAN, "conversation");
    Waiting first = endpoint.waiting("conversation");
    bridge.sending(IVAN, "b", file("b"));
    endpoint.given(first);
    assertEquals(List.of(file("b")), endpoint.waiting("conversation").files());
  }

  @Test
  void customersAndConversationsAreApart() {
    bridge.sending(IVAN, "a", file("a"));
    bridge.arrived(IVAN, "first");
    bridge.sending(OLHA, "b", file("b"));
    bridge.arrived(OLHA, "other");
    bridge.arrived(IVAN, "second");

    assertEquals(List.of(), endpoint.waiting("second").files());
    assertEquals(List.of(file("a")), endpoint.waiting("first").files());
    assertEquals(List.of(file("b")), endpoint.waiting("other").files());
  }

  @Test
  void aConversationThatDidNotComeOverTheBridgeHasNoCustomer() {
    assertNull(endpoint.waiting("web").customer());
  }

  @Test
  void aTurnThatComesBeforeTheBridgeKnowsTheConversationWaitsForIt() throws Exception {
    bridge.sending(IVAN, "a", file("a"));
    CompletableFuture<Waiting> turn =
        CompletableFuture.supplyAsync(
            () ->
                endpoint.await(
                    "conversation",
                    TimeUnit.SECONDS.toNanos(20),
                    waiting -> !waiting.files().isEmpty()));
    assertFalse(turn.isDone());
    bridge.arrived(IVAN, "conversation");
    assertEquals(List.of(file("a")), turn.get(20, TimeUnit.SECONDS).files());
  }

  @Test
  void waitingComesToAnEnd() {
    assertEquals(List.of(), endpoint.await("web", 1, waiting -> false).files());
  }

  @Test
  void onlyTheLastFiftyAreKept() {
    bridge.arrived(IVAN, "conversation");
    for (int i = 0; i < 60; i++) {
      bridge.sending(IVAN, "file-" + i, file("file-" + i));
    }
    List<Media> files = endpoint.waiting("conversation").files();
    assertEquals(50, files.size());
    assertEquals(file("file-59"), files.get(49));
  }

  @Test
  void nothingShowsWhoOrWhat() {
    bridge.sending(IVAN, "a", file("a"));
    bridge.arrived(IVAN, "conversation");
    Waiting waiting = endpoint.waiting("conversation");
    assertEquals("Waiting[1 files]", waiting.toString());
    assertTrue(String.valueOf(waiting.customer()).contains("***"));
  }

  private static Media file(String name) {
    URI place = URI.create("https://bridge.example/media/token/" + name);
    return new Media(
        Media.Type.FILE, new MediaSource.Url(place), "text/plain", name, 3L, null, "00");
  }
}
