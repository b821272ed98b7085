// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.content.MessengerType;
import io.botflow.genesys.conversations.CachedMedia;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.outbound.MediaStatus;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Listings: their paths and filters, and that every one reads a page when it is needed. */
class ListingsWireTest {
  private static final String MESSAGING = "/api/v2/conversations/messaging";
  private static final String RECIPIENTS = "/api/v2/routing/message/recipients";
  private static final String CACHE = "/api/v2/conversations/messages/cachedmedia";

  private final FakeGenesys genesys = new FakeGenesys();
  private final GenesysCloud cloud = genesys.connect().build();
  private final Configuration configuration = cloud.configuration();

  @AfterEach
  void stop() {
    cloud.close();
    genesys.close();
  }

  private interface Listing {
    Stream<?> of(GenesysCloud cloud);
  }

  private static Listing named(String name, Listing listing) {
    return new Listing() {
      @Override
      public Stream<?> of(GenesysCloud cloud) {
        return listing.of(cloud);
      }

      @Override
      public String toString() {
        return name;
      }
    };
  }

  static List<Listing> everyListing() {
    return List.of(
        named("integrations", cloud -> cloud.configuration().integrations().list()),
        named(
            "all channels",
            cloud -> cloud.configuration().integrations().listAllChannels(IntegrationFilter.all())),
        named("supported content", cloud -> cloud.configuration().supportedContent().list()),
        named("messaging settings", cloud -> cloud.configuration().messagingSettings().list()),
        named("recipients", cloud -> cloud.configuration().recipients()),
        named("bot summaries", cloud -> cloud.botConnector("i").summaries()),
        named("bot versions", cloud -> cloud.botConnector("i").versions("b")),
        named("digital bots", cloud -> cloud.digitalBotConnector().bots("i")),
        named("digital bot summaries", cloud -> cloud.digitalBotConnector().summaries("i")),
        named("cached media", cloud -> cloud.conversations().cachedMedia().list()),
        named(
            "uploads", cloud -> cloud.outbound().communication("c", "l").media(MediaStatus.VALID)));
  }

  @ParameterizedTest
  @MethodSource("everyListing")
  void aPageIsReadWhenItIsNeededAndNoneAfterTheLast(Listing listing) {
    genesys.answerCalls(
        request ->
            FakeGenesys.json(
                200,
                "{\"entities\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"pageCount\":3,\"brandNew\":1}"));
    Iterator<?> elements = listing.of(cloud).iterator();
    assertEquals(0, genesys.calls().size());
    for (int element = 1; element <= 6; element++) {
      elements.next();
      assertEquals((element + 1) / 2, genesys.calls().size());
    }
    assertTrue(!elements.hasNext());
    assertEquals(3, genesys.calls().size());
    for (int page = 1; page <= 3; page++) {
      String target = genesys.calls().get(page - 1).getTarget();
      assertTrue(target.contains("pageNumber=" + page), target);
    }
  }

  @Test
  void integrationsAreFilteredAndToldInFull() {
    genesys.answer(
        200,
        "{\"entities\":[{\"id\":\"i\",\"supportedContent\":{\"id\":\"p\",\"mediaTypes\":{}}}]}");
    OpenIntegration found =
        configuration
            .integrations()
            .list(
                IntegrationFilter.all()
                    .supportedContent("p 1&x")
                    .messagingSetting("s-1")
                    .expand(IntegrationDetail.SUPPORTED_CONTENT)
                    .pageSize(100))
            .findFirst()
            .orElseThrow();
    assertCall(
        0,
        "GET "
            + MESSAGING
            + "/integrations/open?pageNumber=1&pageSize=100&expand=supportedContent"
            + "&supportedContent.id=p%201%26x&messagingSetting.id=s-1",
        "");
    assertTrue(Objects.requireNonNull(found.supportedContent()).extra().containsKey("mediaTypes"));
  }

  @Test
  void theIntegrationsOfAllChannelsAreListed() {
    genesys.answer(
        200,
        "{\"entities\":[{\"id\":\"i\",\"messengerType\":\"WhatsApp\",\"status\":\"Active\"}]}");
    List<MessagingIntegration> found =
        configuration.integrations().listAllChannels(IntegrationFilter.all()).toList();
    assertCall(0, "GET " + MESSAGING + "/integrations?pageNumber=1", "");
    assertEquals(MessengerType.WHATSAPP, found.get(0).messengerType());
  }

  @Test
  void aFilterThatTheFarSideWouldRefuseIsNamed() {
    IntegrationFilter all = IntegrationFilter.all();
    assertThrows(IllegalArgumentException.class, () -> all.pageSize(0));
    assertThrows(IllegalArgumentException.class, () -> all.pageSize(101));
    assertEquals(
        "supportedContent.id",
        assertThrows(InvalidFieldException.class, () -> all.supportedContent(" ")).field());
  }

  @Test
  void recipientsAreListedByChannel() {
    genesys.answer(
        200,
        "{\"entities\":[{\"id\":\"r-1\",\"messengerType\":\"open\",\"flow\":{\"id\":\"f\"}}]}");
    genesys.answer(200, "{\"entities\":[{}]}");
    FlowRecipient first = configuration.recipients(MessengerType.OPEN).toList().get(0);
    assertEquals("f", Objects.requireNonNull(first.flow()).id());
    assertEquals(1, configuration.recipients().limit(1).count());
    assertCall(0, "GET " + RECIPIENTS + "?pageNumber=1&messengerType=open", "");
    assertCall(1, "GET " + RECIPIENTS + "?pageNumber=1", "");
  }

  @Test
  void aProfileIsMadeTheDefault() {
    genesys.answer(200, "{\"id\":\"p-1\"}").answer(200, "{\"id\":\"s-1\"}");
    assertEquals("p-1", configuration.supportedContent().makeDefault("p-1").id());
    assertEquals("s-1", configuration.messagingSettings().makeDefault("s-1").id());
    assertCall(0, "PUT " + MESSAGING + "/supportedcontent/default", "{\"id\":\"p-1\"}");
    assertCall(1, "PUT " + MESSAGING + "/settings/default", "{\"settingId\":\"s-1\"}");
  }

  @Test
  void cachedMediaAreListedByUrlReadAndDeleted() {
    genesys
        .answer(
            200, "{\"entities\":[{\"id\":\"f-1\",\"dateExpires\":\"2026-01-01T00:00:00.000Z\"}]}")
        .answer(200, "{\"id\":\"f-1\",\"contentLengthBytes\":10}")
        .answer(202, "");
    CachedMedia cache = cloud.conversations().cachedMedia();
    assertEquals("f-1", cache.list("https://x/a?b=c d").findFirst().orElseThrow().id());
    assertEquals(10, cache.read("f-1").contentLengthBytes());
    cache.delete("f-1");
    assertCall(0, "GET " + CACHE + "?pageNumber=1&url=https%3A%2F%2Fx%2Fa%3Fb%3Dc%20d", "");
    assertCall(1, "GET " + CACHE + "/f-1", "");
    assertCall(2, "DELETE " + CACHE + "/f-1", "");
  }

  private void assertCall(int number, String line, String body) {
    RecordedRequest call = genesys.calls().get(number);
    assertEquals(line, call.getMethod() + " " + call.getTarget());
    assertEquals(body, call.getBody() == null ? "" : call.getBody().utf8());
  }
}
