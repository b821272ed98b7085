// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.media.RealFiles;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Genesys Cloud does not take as an attachment reaches the operator as a link. */
class LinkedFileTest {
  @TempDir Path telegramsFiles;

  @Test
  void aFileAboveTheLimitOfGenesysCloudIsALinkToTheSameBytes() throws Exception {
    byte[] film = RealFiles.film(26 << 20);
    try (TestRoute route = TestRoute.builder().localFiles(telegramsFiles).start()) {
      TelegramCustomer ivan = route.ivan();
      AgentConversation desk = route.connect(ivan);

      ivan.sendDocument("ремонт.mp4", "video/mp4", film, "дивіться");

      MessageRecord shown = awaitLink(route, desk);
      assertTrue(String.valueOf(shown.text()).contains("дивіться"), shown.text());
      assertTrue(String.valueOf(shown.text()).contains("ремонт.mp4"), shown.text());
      URLConnection file = linked(shown).openConnection();
      assertEquals("video/mp4", file.getContentType());
      try (InputStream bytes = file.getInputStream()) {
        assertTrue(Arrays.equals(film, bytes.readAllBytes()), "the bytes are equal");
      }
      assertTrue(degraded(route).contains("FILE"), degraded(route));
    }
  }

  @Test
  void aFileThatGenesysCloudRefusesIsALinkToTheSameBytes() throws Exception {
    byte[] contract = RealFiles.pdf();
    try (TestRoute route = TestRoute.start()) {
      TelegramCustomer ivan = route.ivan();
      AgentConversation desk = route.connect(ivan);
      route.genesys.faults().nextInbound(400, 1);

      ivan.sendDocument("Договір.pdf", "application/pdf", contract, "підпишіть");

      MessageRecord shown = awaitLink(route, desk);
      assertTrue(
          String.valueOf(shown.text()).startsWith("підпишіть\nДоговір.pdf\nhttp"), shown.text());
      try (InputStream bytes = linked(shown).openStream()) {
        assertArrayEquals(contract, bytes.readAllBytes());
      }
      assertTrue(degraded(route).contains("FILE sent as a link after: "), degraded(route));
    }
  }

  private static MessageRecord awaitLink(TestRoute route, AgentConversation desk) {
    MessageRecord shown =
        desk.awaitMessage(
            message -> String.valueOf(message.text()).contains(route.publicUri() + "/media/"),
            TestRoute.PATIENCE);
    assertNull(shown.attachment());
    return shown;
  }

  private static URL linked(MessageRecord message) throws Exception {
    return URI.create(
            Stream.of(String.valueOf(message.text()).split("\\s", -1))
                .filter(word -> word.startsWith("http"))
                .findFirst()
                .orElseThrow())
        .toURL();
  }

  private static String degraded(TestRoute route) {
    BridgeEvent.Finished end = route.heard.awaitFinished(EntryKind.INBOUND, EntryState.DEGRADED);
    return String.valueOf(end.detail());
  }
}
