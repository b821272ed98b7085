// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A webhook that keeps what it was sent and answers as the test says. */
final class Hook implements AutoCloseable {
  private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  Hook(Function<Delivery, WebResponse> answers) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", JdkHttpBinding.of(request -> answer(request, answers)));
    server.start();
  }

  static Hook taking() {
    return new Hook(delivery -> WebResponse.empty(200));
  }

  private WebResponse answer(WebRequest request, Function<Delivery, WebResponse> answers) {
    try {
      Delivery delivery = new Delivery(request, Json.read(request.body()));
      deliveries.add(delivery);
      return answers.apply(delivery);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  Delivery next() throws InterruptedException {
    Delivery delivery = deliveries.poll(10, TimeUnit.SECONDS);
    if (delivery == null) {
      throw new AssertionError("no delivery");
    }
    return delivery;
  }

  int unread() {
    return deliveries.size();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  record Delivery(WebRequest request, JsonNode update) {
    long id() {
      return update.path("update_id").asLong();
    }

    String text() {
      return update.path("message").path("text").asText();
    }
  }
}
