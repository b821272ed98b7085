// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.genesys.auth.AccessTokenProvider;
import io.botflow.genesys.call.RetryPolicy;
import io.botflow.genesys.error.Delivery;
import io.botflow.genesys.error.TransportException;
import io.botflow.genesys.openmessaging.Customer;
import io.botflow.genesys.openmessaging.InboundMessage;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransportTest {
  private final FakeGenesys genesys = new FakeGenesys();

  @AfterEach
  void stop() {
    genesys.close();
  }

  private static TransportException send(Region region, Duration timeout) {
    try (GenesysCloud cloud = connect(region, timeout)) {
      TransportException e = assertThrows(TransportException.class, () -> send(cloud));
      assertEquals(0, e.status());
      assertTrue(e.temporary());
      assertFalse(e.toString().contains("canary"), e.toString());
      return e;
    }
  }

  private static GenesysCloud connect(Region region, Duration timeout) {
    return GenesysCloud.builder(region)
        .accessTokens(AccessTokenProvider.fixed("canary-token"))
        .requestTimeout(timeout)
        .retries(RetryPolicy.none())
        .build();
  }

  private static Object send(GenesysCloud cloud) {
    return cloud.openMessaging("i").send(InboundMessage.text(Customer.of("u"), "Hi"));
  }

  @Test
  void aRefusedConnectionMeansNotSent() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + port);
    assertEquals(
        Delivery.NOT_SENT, send(Region.at(nobody, nobody), Duration.ofSeconds(10)).delivery());
  }

  @Test
  void aHostThatDoesNotExistMeansNotSent() {
    URI nowhere = URI.create("http://host.invalid");
    assertEquals(
        Delivery.NOT_SENT, send(Region.at(nowhere, nowhere), Duration.ofSeconds(20)).delivery());
  }

  @Test
  void aConnectionThatBreaksAfterTheRequestLeavesItUnknown() {
    genesys.answerCalls(
        request ->
            new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    assertEquals(Delivery.UNKNOWN, send(genesys.region(), Duration.ofSeconds(10)).delivery());
  }

  @Test
  void anAnswerThatDoesNotComeLeavesItUnknown() {
    genesys.answerCalls(
        request -> new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    TransportException e = send(genesys.region(), Duration.ofMillis(200));
    assertEquals(Delivery.UNKNOWN, e.delivery());
    assertTrue(e.detail().startsWith("timed out"), e.detail());
  }

  @Test
  void anAnswerThatStopsInItsBodyIsTimedOutToo() {
    genesys.answerCalls(
        request ->
            new MockResponse.Builder()
                .body("{\"id\":\"" + "x".repeat(10_000) + "\"}")
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());
    TransportException e = send(genesys.region(), Duration.ofMillis(300));
    assertEquals(Delivery.SENT, e.delivery());
    assertTrue(e.detail().startsWith("timed out"), e.detail());
  }

  @Test
  void anAnswerThatBreaksOffInItsBodyWasSent() {
    genesys.answerCalls(
        request ->
            new MockResponse.Builder()
                .body("{\"id\":\"" + "x".repeat(10_000) + "\"}")
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
    assertEquals(Delivery.SENT, send(genesys.region(), Duration.ofSeconds(10)).delivery());
  }

  @Test
  void anInterruptedCallerKeepsItsInterruptFlag() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    genesys.answerCalls(
        request -> {
          asked.countDown();
          return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
        });
    try (GenesysCloud cloud = connect(genesys.region(), Duration.ofSeconds(20))) {
      FutureTask<Boolean> call =
          new FutureTask<>(
              () -> {
                assertThrows(TransportException.class, () -> send(cloud));
                return Thread.currentThread().isInterrupted();
              });
      Thread caller = new Thread(call);
      caller.start();
      assertTrue(asked.await(10, TimeUnit.SECONDS));
      caller.interrupt();
      assertTrue(call.get(10, TimeUnit.SECONDS), "the flag is set again");
    } catch (ExecutionException e) {
      assertInstanceOf(TransportException.class, e.getCause());
    }
  }
}
