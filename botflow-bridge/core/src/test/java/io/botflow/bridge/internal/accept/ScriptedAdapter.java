// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.accept;

import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.Polled;
import io.botflow.connector.messenger.PollingAdapter;
import io.botflow.connector.messenger.ReceivedWebhook;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import io.botflow.connector.messenger.TextLimit;
import io.botflow.connector.messenger.Update;
import io.botflow.connector.web.WebRequest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.annotation.Nullable;

/** An adapter of a messenger of letters, whose receiving a test scripts. */
final class ScriptedAdapter implements PollingAdapter {
  /** What one poll gives. */
  interface Poll {
    Polled from(@Nullable String cursor) throws IOException;
  }

  private final Function<WebRequest, ReceivedWebhook> receive;
  private final Poll poll;

  private ScriptedAdapter(Function<WebRequest, ReceivedWebhook> receive, Poll poll) {
    this.receive = receive;
    this.poll = poll;
  }

  static ScriptedAdapter receiving(Function<WebRequest, ReceivedWebhook> receive) {
    return new ScriptedAdapter(receive, cursor -> new Polled(List.of(), cursor, List.of()));
  }

  static ScriptedAdapter polling(Poll poll) {
    return new ScriptedAdapter(request -> ReceivedWebhook.of(List.of()), poll);
  }

  static Update update(String id) {
    Peer peer = new Peer("letters", "us", "anna");
    return new Update.Received(
        id, Message.of("m" + id, peer, Instant.EPOCH, List.of(new Text("hello"))), null);
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
    return Capabilities.builder(new TextLimit(100, TextLimit.Unit.UTF_16)).build();
  }

  @Override
  public ReceivedWebhook receive(WebRequest request) {
    return receive.apply(request);
  }

  @Override
  public Polled poll(@Nullable String cursor, Duration wait) throws IOException {
    return poll.from(cursor);
  }

  @Override
  public SendResult send(Part part, Peer to, SendContext context) {
    return new SendResult.Unknown("this adapter only receives");
  }

  @Override
  public MediaContent open(MediaSource source) throws IOException {
    throw new FileNotFoundException("this adapter has no files");
  }

  @Override
  public void close() {}
}
