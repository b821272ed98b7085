// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.CapabilitiesBuilder;
import io.botflow.connector.messenger.CardLimit;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.MessengerAdapter;
import io.botflow.connector.messenger.ReceivedWebhook;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import io.botflow.connector.messenger.TextLimit;
import io.botflow.connector.web.WebRequest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** An adapter of a messenger of letters, whose sending a test scripts; then all is sent. */
final class ScriptedAdapter implements MessengerAdapter {
  final List<Part> attempts = new ArrayList<>();
  final List<String> keys = new ArrayList<>();
  private final Deque<SendResult> results = new ArrayDeque<>();
  private final Capabilities capabilities;
  private int sent;

  ScriptedAdapter(boolean takesFiles) {
    CapabilitiesBuilder builder =
        Capabilities.builder(new TextLimit(10, TextLimit.Unit.UTF_16))
            .caption(new TextLimit(10, TextLimit.Unit.UTF_16))
            .media(PartKind.IMAGE, 1_000, "image/png");
    capabilities =
        takesFiles ? builder.media(PartKind.FILE, 1_000, "*/*").build() : builder.build();
  }

  private ScriptedAdapter(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  /** Of a messenger whose cards must have a picture. */
  static ScriptedAdapter ofCards() {
    TextLimit line = new TextLimit(40, TextLimit.Unit.UTF_16);
    return new ScriptedAdapter(
        Capabilities.builder(new TextLimit(10, TextLimit.Unit.UTF_16))
            .media(PartKind.IMAGE, 1_000, "image/png")
            .cards(
                new CardLimit(
                    line, line, null, CardLimit.Picture.REQUIRED, false, 1, 1, 1, true, line, line))
            .build());
  }

  ScriptedAdapter then(SendResult... next) {
    results.addAll(List.of(next));
    return this;
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
    return capabilities;
  }

  @Override
  public ReceivedWebhook receive(WebRequest request) {
    return ReceivedWebhook.of(List.of());
  }

  @Override
  public SendResult send(Part part, Peer to, SendContext context) {
    attempts.add(part);
    keys.add(context.key());
    SendResult result = results.poll();
    return result == null ? new SendResult.Sent("letter-" + ++sent) : result;
  }

  @Override
  public MediaContent open(MediaSource source) throws IOException {
    throw new FileNotFoundException("this adapter has no files");
  }

  @Override
  public void close() {}
}
