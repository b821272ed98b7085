// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.fetch;

import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.MessengerAdapter;
import io.botflow.connector.messenger.ReceivedWebhook;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import io.botflow.connector.messenger.TextLimit;
import io.botflow.connector.web.WebRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An adapter whose files hold their own names, fail as a test wants, or keep it waiting. */
final class FileAdapter implements MessengerAdapter {
  final List<String> opened = new CopyOnWriteArrayList<>();
  final Map<String, IOException> failing = new ConcurrentHashMap<>();
  volatile boolean broken;
  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile CountDownLatch gate = new CountDownLatch(0);

  void hold() {
    gate = new CountDownLatch(1);
  }

  void awaitOpened() throws InterruptedException {
    if (!begun.await(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody opened a file");
    }
  }

  void release() {
    gate.countDown();
  }

  @Override
  public String messenger() {
    return "letters";
  }

  @Override
  public String account() {
    return "us";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.builder(new TextLimit(10, TextLimit.Unit.UTF_16)).build();
  }

  @Override
  public ReceivedWebhook receive(WebRequest request) {
    return ReceivedWebhook.of(List.of());
  }

  @Override
  public SendResult send(Part part, Peer to, SendContext context) {
    return new SendResult.Unknown("this adapter only has files");
  }

  @Override
  public MediaContent open(MediaSource source) throws IOException {
    if (broken) {
      throw new IllegalStateException("a fault of the adapter");
    }
    String id = ((MediaSource.MessengerFile) source).id();
    opened.add(id);
    begun.countDown();
    try {
      if (!gate.await(10, TimeUnit.SECONDS)) {
        throw new IOException("nobody released the file");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    IOException failure = failing.get(id);
    if (failure != null) {
      throw failure;
    }
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return MediaContent.of(new ByteArrayInputStream(bytes), "text/plain", id, bytes.length);
  }

  @Override
  public void close() {}
}
