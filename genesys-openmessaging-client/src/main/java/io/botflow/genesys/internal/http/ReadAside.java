// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A body whose source may block, read on a thread of its own: the HTTP client would read it on the
 * thread that serves all its connections. The thread ends by itself when nothing is left to read.
 */
final class ReadAside implements BodyPublisher {
  private final BodyPublisher body;

  ReadAside(BodyPublisher body) {
    this.body = body;
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    Executor reader = reader();
    body.subscribe(
        new Subscriber<ByteBuffer>() {
          @Override
          public void onSubscribe(Subscription source) {
            subscriber.onSubscribe(
                new Subscription() {
                  @Override
                  public void request(long count) {
                    reader.execute(() -> source.request(count));
                  }

                  @Override
                  public void cancel() {
                    source.cancel();
                  }
                });
          }

          @Override
          public void onNext(ByteBuffer bytes) {
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

  private static Executor reader() {
    ThreadPoolExecutor reader =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "genesys-upload");
              thread.setDaemon(true);
              return thread;
            });
    reader.allowCoreThreadTimeOut(true);
    return reader;
  }
}
