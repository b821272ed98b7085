// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.typing;

import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.CapabilitiesBuilder;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.MessengerAdapter;
import io.botflow.connector.messenger.ReceivedWebhook;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import io.botflow.connector.messenger.TextLimit;
import io.botflow.connector.web.WebRequest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.annotation.Nullable;

/** A messenger that can do nothing but show that somebody types. */
final class Bell implements MessengerAdapter {
  int rung;
  private final Capabilities capabilities;

  Bell(@Nullable Duration every) {
    CapabilitiesBuilder builder = Capabilities.builder(new TextLimit(100, TextLimit.Unit.UTF_16));
    this.capabilities = every == null ? builder.build() : builder.typing(every).build();
  }

  @Override
  public void showTyping(Peer to) {
    rung++;
  }

  @Override
  public String messenger() {
    return "bell";
  }

  @Override
  public String account() {
    return "1";
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public ReceivedWebhook receive(WebRequest request) {
    return ReceivedWebhook.of(List.of());
  }

  @Override
  public SendResult send(Part part, Peer to, SendContext context) {
    return new SendResult.Unknown("a bell sends nothing");
  }

  @Override
  public MediaContent open(MediaSource source) throws IOException {
    throw new FileNotFoundException("a bell has no files");
  }

  @Override
  public void close() {}
}
