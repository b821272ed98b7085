// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/**
 * A request body that knows whether any of it was handed to the HTTP client. As long as none was,
 * the far side cannot have got the request, whatever became of the connection: a connection that
 * the far side had closed while it was idle is found dead this way.
 */
final class HandedBody implements BodyPublisher {
  private final BodyPublisher body;
  private volatile boolean handed;

  HandedBody(BodyPublisher body) {
    this.body = body;
  }

  boolean handed() {
    return handed;
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    body.subscribe(
        new Subscriber<ByteBuffer>() {
          @Override
          public void onSubscribe(Subscription subscription) {
            subscriber.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer bytes) {
            handed = true;
            subscriber.onNext(bytes);
          }

          @Override
          public void onError(Throwable failure) {
            subscriber.onError(failure);
          }

          @Override
          public void onComplete() {
            subscriber.onComplete();
          }
        });
  }
}
