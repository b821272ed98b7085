// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;
import javax.annotation.Nullable;

/**
 * A request body that knows whether any of it was handed to the HTTP client. As long as none was,
 * the far side cannot have got the request, whatever became of the connection: a connection that
 * the far side had closed while it was idle is found dead this way.
 */
final class HandedBody implements BodyPublisher {
  private enum State {
    UNTOUCHED,
    HANDED,
    SEALED
  }

  private final BodyPublisher body;
  private final AtomicReference<State> state = new AtomicReference<>(State.UNTOUCHED);

  HandedBody(BodyPublisher body) {
    this.body = body;
  }

  /**
   * Whether nothing of the body was handed over; from then on nothing is any more, should the
   * client still be at it.
   */
  boolean sealed() {
    return state.compareAndSet(State.UNTOUCHED, State.SEALED) || state.get() == State.SEALED;
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    body.subscribe(
        new Subscriber<ByteBuffer>() {
          @Nullable private Subscription source;
          private boolean over;

          @Override
          public void onSubscribe(Subscription subscription) {
            source = subscription;
            subscriber.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer bytes) {
            if (over) {
              return;
            }
            state.compareAndSet(State.UNTOUCHED, State.HANDED);
            if (state.get() == State.HANDED) {
              subscriber.onNext(bytes);
              return;
            }
            over = true;
            if (source != null) {
              source.cancel();
            }
            subscriber.onError(new IOException("the request was given up before it was sent"));
          }

          @Override
          public void onError(Throwable failure) {
            if (!over) {
              subscriber.onError(failure);
            }
          }

          @Override
          public void onComplete() {
            if (!over) {
              subscriber.onComplete();
            }
          }
        });
  }
}
