// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.io.FilterInputStream;
import java.io.IOException;

/** The bytes of a download, with its size limit and failures in the words of the fetcher. */
final class FetchedStream extends FilterInputStream {
  private final HttpGet get;
  private final String host;
  private final long maxBytes;
  private long bytes;

  FetchedStream(HttpGet get, String host, long maxBytes) {
    super(get.body());
    this.get = get;
    this.host = host;
    this.maxBytes = maxBytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n;
    try {
      n = in.read(buffer, offset, length);
    } catch (IOException e) {
      throw FetchException.temporary(host, "the download broke off", e);
    }
    bytes += Math.max(n, 0);
    if (bytes > maxBytes) {
      throw new MediaTooLargeException(maxBytes);
    }
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    return readNBytes((int) Math.min(Math.max(n, 0), 8192)).length;
  }

  @Override
  public void close() throws IOException {
    get.close();
  }
}
