// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

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
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An adapter whose every file says its own name, and which takes everything. */
final class LetterAdapter implements MessengerAdapter {
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
    return Capabilities.builder(new TextLimit(1_000, TextLimit.Unit.UTF_16)).build();
  }

  @Override
  public ReceivedWebhook receive(WebRequest request) {
    return ReceivedWebhook.of(List.of());
  }

  @Override
  public SendResult send(Part part, Peer to, SendContext context) {
    return new SendResult.Sent("letter");
  }

  @Override
  public MediaContent open(MediaSource source) {
    String name = ((MediaSource.MessengerFile) source).id();
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return MediaContent.of(
        new ByteArrayInputStream(bytes), "application/octet-stream", name, bytes.length);
  }

  @Override
  public void close() {}
}
