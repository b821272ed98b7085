// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import javax.annotation.Nullable;

/**
 * Collects a body within a time limit: the timeout of an {@code HttpRequest} ends with the headers,
 * and a far side that stops in the middle of a body would hold the caller for ever.
 */
final class TimedBody implements BodySubscriber<byte[]> {

  /** The headers arrived, the body did not. */
  static final class BodyLostException extends IOException {
    BodyLostException(@Nullable Throwable cause) {
      super("the response broke off", cause);
    }
  }

  private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
  private final CompletableFuture<byte[]> body;
  @Nullable private volatile Flow.Subscription subscription;

  TimedBody(Duration timeout) {
    this.body =
        bytes
            .getBody()
            .toCompletableFuture()
            .copy()
            .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .handle(this::complete);
  }

  private byte[] complete(@Nullable byte[] collected, @Nullable Throwable failure) {
    if (collected != null) {
      return collected;
    }
    Flow.Subscription current = subscription;
    if (current != null) {
      current.cancel();
    }
    throw new CompletionException(new BodyLostException(failure));
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    bytes.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> item) {
    bytes.onNext(item);
  }

  @Override
  public void onError(Throwable failure) {
    bytes.onError(failure);
  }

  @Override
  public void onComplete() {
    bytes.onComplete();
  }
}
