// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.VirtualTime;
import io.botflow.genesys.auth.AccessTokenProvider;
import io.botflow.genesys.call.CallAttempt;
import io.botflow.genesys.call.Operation;
import io.botflow.genesys.error.AuthenticationException;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.error.ServerException;
import io.botflow.genesys.error.UnexpectedResponseException;
import io.botflow.genesys.internal.http.BaseUri;
import io.botflow.genesys.media.MediaFile;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the bytes of a file go to the place that was prepared for them. */
class UploadTest {
  private static final byte[] BYTES = "canary-file".getBytes(StandardCharsets.UTF_8);
  private static final MediaFile FILE = MediaFile.of("offer.pdf", BYTES);

  private final FakeGenesys genesys = new FakeGenesys();
  private final VirtualTime time = new VirtualTime();
  private final List<CallAttempt> attempts = new CopyOnWriteArrayList<>();
  private final GenesysCloud cloud =
      genesys.connectWithDefaults().clock(time.clock).sleeper(time).listener(attempts::add).build();
  private final AgentCommunication line =
      cloud.actingAs(AccessTokenProvider.fixed("agent-1")).outbound().communication("c", "l");

  @AfterEach
  void stop() {
    cloud.close();
    genesys.close();
  }

  private void answerWithPlace() {
    genesys.answer(
        200, "{\"id\":\"f-1\",\"uploadUrl\":\"%sup?proof=canary\"}".formatted(genesys.uri()));
  }

  private static String body(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody()).utf8();
  }

  @Test
  void theBytesAreSentAgainWhenTheFirstTryMayHaveArrived() {
    answerWithPlace();
    genesys.answer(503, "<Error>SlowDown</Error>");
    genesys.answer(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    genesys.answer(200, "");
    assertEquals("f-1", line.upload(FILE));
    assertEquals(4, genesys.calls().size());
    for (RecordedRequest put : genesys.calls().subList(1, 4)) {
      assertEquals("PUT /up?proof=canary", put.getMethod() + " " + put.getTarget());
      assertEquals("canary-file", body(put));
    }
    assertEquals(2, time.sleeps().size());
  }

  @Test
  void eachTryIsToldToTheListenerWithoutTheAddress() {
    answerWithPlace();
    genesys.answer(503, "").answer(200, "");
    line.upload(FILE);
    assertEquals(
        List.of(Operation.PREPARE_UPLOAD, Operation.UPLOAD_FILE, Operation.UPLOAD_FILE),
        attempts.stream().map(CallAttempt::operation).toList());
    assertEquals(List.of(200, 503, 200), attempts.stream().map(CallAttempt::status).toList());
    assertEquals(List.of(1, 1, 2), attempts.stream().map(CallAttempt::number).toList());
    assertFalse(attempts.toString().contains("canary"), attempts.toString());
  }

  @Test
  void aFileThatCanBeReadOnceIsSentOnce() {
    answerWithPlace();
    genesys.answer(503, "");
    MediaFile once = MediaFile.once("a.txt", BYTES.length, new ByteArrayInputStream(BYTES));
    assertThrows(ServerException.class, () -> line.upload(once));
    assertEquals(2, genesys.calls().size());
    assertThrows(IllegalStateException.class, once::open);
  }

  @Test
  void aFileThatComesSlowlyHoldsNoOtherCallUp() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch rest = new CountDownLatch(1);
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(new byte[3])) {
          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            begun.countDown();
            await(rest);
            return super.read(into, offset, length);
          }
        };
    answerWithPlace();
    // The first to ask while the file is under way is the other call.
    genesys.answer(200, "{\"id\":\"m-1\"}").answer(200, "");
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<String> upload =
          threads.submit(() -> line.upload(MediaFile.once("voice.ogg", 3, slow)));
      begun.await();
      assertEquals("m-1", line.send(AgentMessage.text("Meanwhile")).id());
      assertFalse(upload.isDone());
      rest.countDown();
      assertEquals("f-1", upload.get());
    } finally {
      rest.countDown();
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void aRefusalIsNotRepeated() {
    answerWithPlace();
    genesys.answer(403, "<Error>the place has expired</Error>");
    assertEquals(403, assertThrows(GenesysException.class, () -> line.upload(FILE)).status());
    assertEquals(2, genesys.calls().size());
  }

  @Test
  void theDeprecatedWayPostsAFormWithoutTheToken() {
    answerWithPlace();
    assertEquals("f-1", line.uploadDeprecated(FILE));
    RecordedRequest prepare = genesys.calls().get(0);
    assertEquals(
        "POST /api/v2/conversations/messages/c/communications/l/messages/media",
        prepare.getMethod() + " " + prepare.getTarget());
    RecordedRequest post = genesys.calls().get(1);
    assertEquals("POST /up?proof=canary", post.getMethod() + " " + post.getTarget());
    String type = String.valueOf(post.getHeaders().get("Content-Type"));
    assertTrue(type.startsWith("multipart/form-data; boundary="), type);
    String boundary = type.substring(type.indexOf('=') + 1);
    assertEquals(
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"offer.pdf\"\r\n"
            + "Content-Type: application/pdf\r\n\r\ncanary-file\r\n--"
            + boundary
            + "--\r\n",
        body(post));
    assertEquals(String.valueOf(body(post).length()), post.getHeaders().get("Content-Length"));
    assertNull(post.getHeaders().get("Authorization"));
  }

  @Test
  void theDeprecatedWayCarriesTheTokenWhenToldToAndIsNotRepeatedBlindly() {
    answerWithPlace();
    line.uploadDeprecated(FILE, UploadProof.TOKEN);
    assertEquals("Bearer agent-1", genesys.calls().get(1).getHeaders().get("Authorization"));
    answerWithPlace();
    genesys.answer(503, "");
    assertThrows(ServerException.class, () -> line.uploadDeprecated(FILE, UploadProof.TOKEN));
    assertEquals(4, genesys.calls().size());
    answerWithPlace();
    genesys.answer(429, "").answer(200, "");
    assertEquals("f-1", line.uploadDeprecated(FILE, UploadProof.TOKEN));
    assertEquals(7, genesys.calls().size());
  }

  @RepeatedTest(100)
  void aFormOfSeveralPartsIsSentToItsEnd() {
    answerWithPlace();
    genesys.answer(200, "");
    assertEquals("f-1", line.uploadDeprecated(FILE, UploadProof.TOKEN));
    assertTrue(body(genesys.calls().get(1)).endsWith("--\r\n"));
  }

  @Test
  void aPlaceAtAnotherHostDoesNotGetTheToken() {
    try (FakeGenesys elsewhere = new FakeGenesys()) {
      genesys.answer(202, "{\"id\":\"f-1\",\"uploadUrl\":\"%sup\"}".formatted(elsewhere.uri()));
      assertThrows(
          UnexpectedResponseException.class, () -> line.uploadDeprecated(FILE, UploadProof.TOKEN));
      assertTrue(elsewhere.calls().isEmpty());
    }
  }

  @Test
  void aTokenThatTheHostRefusesIsNotShownAgain() {
    answerWithPlace();
    genesys.answer(401, "{\"message\":\"no agent-1\"}");
    AuthenticationException e =
        assertThrows(
            AuthenticationException.class, () -> line.uploadDeprecated(FILE, UploadProof.TOKEN));
    assertFalse(e.toString().contains("agent-1"), e.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.mypurecloud.de, https://apps.mypurecloud.de/uploads/v4/x, true",
    "https://api.mypurecloud.de, https://APPS.mypurecloud.de/x, true",
    "https://api.mypurecloud.de, http://apps.mypurecloud.de/x, false",
    "https://api.mypurecloud.de, https://apps.mypurecloud.de:8443/x, false",
    "https://api.mypurecloud.de, https://apps.mypurecloud.de.evil.org/x, false",
    "https://api.mypurecloud.de, https://apps.mypurecloud.de@evil.org/x, false",
    "https://api.mypurecloud.de, https://user@apps.mypurecloud.de/x, false",
    "https://api.mypurecloud.de, https://api.mypurecloud.de/x, false",
    "https://api.mypurecloud.de, https://apps.mypurecloud.ie/x, false",
    "https://api.mypurecloud.de, :: , false",
    "http://127.0.0.1:9080, http://127.0.0.1:9080/x, true",
    "http://127.0.0.1:9080, http://127.0.0.1:9081/x, false",
  })
  void aTokenGoesToTheUploadHostOfItsOwnDomainOnly(String api, String address, boolean allowed) {
    assertEquals(allowed, BaseUri.of("apiUri", URI.create(api)).uploads(address));
  }
}
