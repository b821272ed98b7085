// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.VirtualTime;
import io.botflow.genesys.content.Attachment;
import io.botflow.genesys.content.MediaType;
import io.botflow.genesys.error.NotFoundException;
import io.botflow.genesys.error.UnexpectedResponseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
  private static final DownloadLimits TEN_BYTES = new DownloadLimits(10, Duration.ofSeconds(20));

  private final FakeGenesys genesys = new FakeGenesys();
  private final GenesysCloud cloud = genesys.connect().build();

  @AfterEach
  void stop() {
    cloud.close();
    genesys.close();
  }

  private Download open(String url, DownloadLimits limits) {
    return cloud.download(Attachment.builder(MediaType.FILE, url, "text/plain").build(), limits);
  }

  private String read(DownloadLimits limits) throws IOException {
    try (Download download = open(genesys.uri() + "file", limits)) {
      return new String(download.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static MockResponse.Builder file(String content) {
    return new MockResponse.Builder().setHeader("Content-Type", "text/plain").body(content);
  }

  @Test
  void aFileIsReadWithItsTypeAndLengthAndWithoutTheToken() throws IOException {
    genesys.answer(file("0123456789").build());
    try (Download download = open(genesys.uri() + "file", TEN_BYTES)) {
      assertEquals("text/plain", download.contentType().orElseThrow());
      assertEquals(10, download.contentLength().getAsLong());
      assertEquals(10, download.body().readAllBytes().length);
    }
    assertNull(genesys.onlyCall().getHeaders().get("Authorization"));
    assertTrue(genesys.tokenRequests().isEmpty());
  }

  @Test
  void aFileThatIsDeclaredLongerThanAllowedIsNotRead() {
    genesys.answer(file("0123456789x").build());
    assertThrows(DownloadLimitException.class, () -> read(TEN_BYTES));
  }

  @Test
  void aFileThatIsLongerThanAllowedWithoutSayingSoFailsWhereItGoesBeyond() throws IOException {
    genesys.answer(new MockResponse.Builder().chunkedBody("0123456789x", 4).build());
    assertThrows(DownloadLimitException.class, () -> read(TEN_BYTES));
    genesys.answer(new MockResponse.Builder().chunkedBody("0123456789", 4).build());
    assertEquals("0123456789", read(TEN_BYTES));
  }

  @Test
  void aFileThatStopsArrivingFailsAfterItsTime() {
    genesys.answer(file("x".repeat(10_000)).onResponseBody(SocketEffect.Stall.INSTANCE).build());
    DownloadLimitException e =
        assertThrows(
            DownloadLimitException.class,
            () -> read(new DownloadLimits(100_000, Duration.ofMillis(300))));
    assertTrue(String.valueOf(e.getMessage()).contains("PT0.3S"), e.getMessage());
  }

  @Test
  void aDownloadIsRepeatedUntilItsBytesArrive() throws IOException {
    VirtualTime time = new VirtualTime();
    genesys.answer(503, "").answer(file("there").build());
    Attachment attachment =
        Attachment.builder(MediaType.FILE, genesys.uri() + "file", "text/plain").build();
    try (GenesysCloud patient =
            genesys.connectWithDefaults().clock(time.clock).sleeper(time).build();
        Download download = patient.download(attachment, TEN_BYTES)) {
      assertEquals(5, download.body().readAllBytes().length);
    }
    assertEquals(2, genesys.calls().size());
    assertEquals(1, time.sleeps().size());
  }

  @Test
  void aRedirectIsFollowedWithoutTheToken() throws IOException {
    try (FakeGenesys store = new FakeGenesys()) {
      genesys.answer(
          new MockResponse.Builder().code(302).setHeader("Location", store.uri() + "f").build());
      store.answer(file("there").build());
      assertEquals("there", read(TEN_BYTES));
      assertNull(store.onlyCall().getHeaders().get("Authorization"));
    }
  }

  @Test
  void redirectsWithoutEndAreGivenUp() {
    genesys.answerCalls(
        request -> new MockResponse.Builder().code(302).setHeader("Location", "/again").build());
    assertThrows(UnexpectedResponseException.class, () -> read(TEN_BYTES));
    assertEquals(6, genesys.calls().size());
  }

  @Test
  void aFileThatIsGoneIsNotFound() {
    genesys.answer(404, "{}");
    assertThrows(NotFoundException.class, () -> read(TEN_BYTES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "http://user@localhost/", "nonsense", "::"})
  void onlyWebAddressesAreOpened(String url) {
    assertThrows(UnexpectedResponseException.class, () -> open(url, TEN_BYTES));
  }

  @Test
  void plainHttpIsForSimulatorsOnly() {
    try (GenesysCloud real =
        GenesysCloud.builder(io.botflow.genesys.Region.EU_CENTRAL_1)
            .clientCredentials("id", "secret")
            .build()) {
      Attachment attachment =
          Attachment.builder(MediaType.FILE, genesys.uri() + "file", "text/plain").build();
      assertThrows(UnexpectedResponseException.class, () -> real.download(attachment, TEN_BYTES));
    }
    assertTrue(genesys.calls().isEmpty());
  }
}
