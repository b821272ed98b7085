// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of an HTTP/1.1 answer: of a known length, in chunks, or up to the connection's end. */
final class HttpBody extends InputStream {
  private static final int MAX_CHUNK_LINE_BYTES = 1024;
  private static final int MAX_TRAILER_BYTES = 8 * 1024;
  private static final Pattern CHUNK_LINE = Pattern.compile("([0-9A-Fa-f]{1,15})[ \t]*(?:;.*)?");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private final InputStream in;
  private final OptionalLong length;
  private final boolean chunked;

  /** Of the whole body, or of the current chunk. */
  private long left;

  private boolean begun;
  private boolean ended;

  private HttpBody(InputStream in, OptionalLong length, boolean chunked) {
    this.in = in;
    this.length = length;
    this.chunked = chunked;
    this.left = chunked ? 0 : length.orElse(Long.MAX_VALUE);
  }

  static HttpBody of(HttpHead head, InputStream in) throws ProtocolException {
    List<String> codings = head.headers().getOrDefault("Transfer-Encoding", List.of());
    if (!codings.isEmpty()) {
      if (codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
        throw new ProtocolException("the answer has an unknown transfer coding");
      }
      return new HttpBody(in, OptionalLong.empty(), true);
    }
    List<String> lengths =
        head.headers().getOrDefault("Content-Length", List.of()).stream().distinct().toList();
    if (lengths.isEmpty()) {
      return new HttpBody(in, OptionalLong.empty(), false);
    }
    if (lengths.size() > 1 || !LENGTH.matcher(lengths.get(0)).matches()) {
      throw new ProtocolException("the answer has no clear length");
    }
    return new HttpBody(in, OptionalLong.of(Long.parseLong(lengths.get(0))), false);
  }

  /** The length when the answer tells it. */
  OptionalLong length() {
    return length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (ended || (left == 0 && !nextChunk())) {
      ended = true;
      return -1;
    }
    int n = in.read(buffer, offset, (int) Math.min(count, left));
    if (n < 0) {
      if (chunked || length.isPresent()) {
        throw new EOFException("the answer ended early");
      }
      ended = true;
      return -1;
    }
    left -= n;
    return n;
  }

  private boolean nextChunk() throws IOException {
    if (!chunked) {
      return false;
    }
    HttpHead.Lines lines = new HttpHead.Lines(in, MAX_CHUNK_LINE_BYTES);
    if (begun && !lines.next().isEmpty()) {
      throw new ProtocolException("a chunk is longer than it says");
    }
    begun = true;
    Matcher line = CHUNK_LINE.matcher(lines.next());
    if (!line.matches()) {
      throw new ProtocolException("a chunk does not tell its length");
    }
    left = Long.parseLong(line.group(1), 16);
    if (left == 0) {
      skipTrailers();
    }
    return left > 0;
  }

  private void skipTrailers() throws IOException {
    HttpHead.Lines lines = new HttpHead.Lines(in, MAX_TRAILER_BYTES);
    String line = lines.next();
    while (!line.isEmpty()) {
      line = lines.next();
    }
  }
}
