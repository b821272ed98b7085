// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.media.MediaScanner;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.MessageStatus;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A scanner sees each file before anybody gets it, both ways, and both sides learn why. */
class ScanTest {
  private static final String MARK = "a-virus-of-the-tests";

  private final AtomicInteger failures = new AtomicInteger();

  @AutoClose private final TestRoute route = TestRoute.builder().scanner(scanner()).start();

  private final TelegramCustomer ivan = route.ivan();
  private final AgentConversation desk = route.connect(ivan);

  private MediaScanner scanner() {
    return (fileName, mimeType) ->
        new MediaScanner.Scan() {
          private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
              throw new IOException("the scanner is away");
            }
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

  private static byte[] infected() {
    byte[] bytes = Samples.pdf(1);
    byte[] mark = MARK.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(mark, 0, bytes, 20_000, mark.length);
    return bytes;
  }

  @Test
  void theOperatorReadsWhatWasWithheldFromThemAndWhy() {
    ivan.sendDocument("рахунок.pdf", "application/pdf", infected(), "ось рахунок");

    MessageRecord shown =
        desk.awaitMessage(
            each ->
                each.says("[рахунок.pdf]: withheld, the virus scan found Test-Mark\nось рахунок"),
            TestRoute.PATIENCE);
    assertNull(shown.attachment());
    assertEquals(
        "FILE was withheld: the virus scan found Test-Mark",
        route.heard.awaitFinished(EntryKind.INBOUND, EntryState.DEGRADED).detail());
    route.heard.awaitFinished(EntryKind.FETCH, EntryState.DELIVERED);
  }

  @Test
  void anOperatorsInfectedFileIsRefusedWithTheFindingAndTheRestGoesOn() {
    MessageRecord sent = desk.sendFile("a.pdf", "application/pdf", infected());
    desk.sendText("далі");

    ivan.awaitMessage(message -> message.text().equals("далі"), TestRoute.PATIENCE);
    assertTrue(ivan.messages().stream().allMatch(message -> message.file().isEmpty()));
    Until.holds(
        "the operator sees that it failed",
        () -> route.recorded(desk, sent).status() == MessageStatus.FAILED);
    assertTrue(route.recorded(desk, sent).receipts().get(0).reasons().get(0).contains("Test-Mark"));
  }

  @Test
  void aScannerThatIsAwayIsWaitedForAndCleanFilesArriveAsTheyAre() {
    failures.set(3);
    byte[] contract = Samples.pdf(2);
    ivan.sendDocument("договір.pdf", "application/pdf", contract, null);

    MessageRecord message =
        desk.awaitMessage(each -> each.attachment() != null, TestRoute.PATIENCE);
    assertArrayEquals(contract, Objects.requireNonNull(message.attachment()).bytes());
    assertEquals(0, failures.get());
  }
}
