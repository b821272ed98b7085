// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;

/**
 * A direct socket whose every read ends by a deadline. TLS on top of it reads through it too, so
 * that a peer which sends a byte now and then cannot hold a handshake or a record open.
 */
final class DeadlineSocket extends Socket {
  private final Deadline deadline;
  private final Duration idleTimeout;

  DeadlineSocket(Deadline deadline, Duration idleTimeout) {
    super(Proxy.NO_PROXY);
    this.deadline = deadline;
    this.idleTimeout = idleTimeout;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        setSoTimeout(deadline.cap(idleTimeout));
        return in.read();
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        setSoTimeout(deadline.cap(idleTimeout));
        return in.read(buffer, offset, length);
      }
    };
  }
}
