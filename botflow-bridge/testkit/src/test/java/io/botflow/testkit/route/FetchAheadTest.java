// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.AttachmentRecord;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramMessage;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Files are fetched when their message is accepted, however long its lane rests. */
class FetchAheadTest {
  private static final int FOR_LONG = 1_000_000;

  @AutoClose private final FileHost files = new FileHost();

  @AutoClose
  private final TestRoute route = TestRoute.builder().alsoFetchFrom(files.origin()).start();

  private final TelegramCustomer ivan = route.ivan();
  private final AgentConversation desk = route.connect(ivan);

  @Test
  void aCustomersFileWhoseLinkRanOutWhileTheLaneRestedStillArrives() {
    byte[] picture = Samples.jpeg(1);
    route.genesys.faults().nextInbound(503, FOR_LONG);
    ivan.sendText("спершу текст");
    route.heard.await(BridgeEvent.Postponed.class);
    ivan.sendPhoto(picture, "ось фото");
    route.heard.awaitFinished(EntryKind.FETCH, EntryState.DELIVERED);
    route.telegram.faults().next("getFile", 400, FOR_LONG).next("file", 404, FOR_LONG);

    route.genesys.faults().nextInbound(503, 0);
    AttachmentRecord file =
        Objects.requireNonNull(
            desk.awaitMessage(each -> each.attachment() != null, TestRoute.PATIENCE).attachment());
    assertArrayEquals(picture, file.bytes(), file.problem());
    route.awaitIdle();
    assertEquals(List.of(), finished(EntryKind.INBOUND, EntryState.DEGRADED));
  }

  @Test
  void anOperatorsFileIsFetchedWhileTheLaneToTheCustomerRests() {
    byte[] invoice = Samples.pdf(2);
    route.telegram.faults().next("sendMessage", 502, FOR_LONG);
    desk.sendText("спершу текст");
    route.heard.await(BridgeEvent.Postponed.class);
    URI url = files.serve("invoice.pdf", invoice, 200, 0);
    var message = Webhooks.text("m-file", ivan.id(), "");
    message.remove("text");
    route.postSigned(Webhooks.attach(message, "рахунок.pdf", "application/pdf", url).toString());
    route.heard.awaitFinished(EntryKind.FETCH, EntryState.DELIVERED);
    assertEquals(1, files.requests("invoice.pdf"));
    assertTrue(ivan.messages().isEmpty());

    route.telegram.faults().clear();
    TelegramMessage arrived =
        ivan.awaitMessage(each -> each.file().isPresent(), TestRoute.PATIENCE);
    assertArrayEquals(invoice, arrived.file().orElseThrow().bytes());
    assertEquals(1, files.requests("invoice.pdf"));
  }

  private List<BridgeEvent.Finished> finished(EntryKind kind, EntryState state) {
    return route.heard.all(BridgeEvent.Finished.class).stream()
        .filter(event -> event.kind() == kind && event.state() == state)
        .toList();
  }
}
