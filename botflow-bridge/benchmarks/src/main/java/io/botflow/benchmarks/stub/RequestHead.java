// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.stub;

import io.botflow.benchmarks.contestant.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.annotation.Nullable;

/**
 * The head of a request, looked through without making strings of it.
 *
 * @param length its bytes, with the empty line
 * @param bodyLength the bytes after it
 * @param isInboundMessage whether it is the call that everybody is to make, with its token
 */
record RequestHead(int length, int bodyLength, boolean isInboundMessage) {
  private static final byte[] REQUEST_LINE =
      ("POST " + Sample.PATH + " HTTP/1.1\r\n").getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CONTENT_LENGTH =
      "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] AUTHORIZATION =
      ("authorization: bearer " + Sample.TOKEN + "\r\n").getBytes(StandardCharsets.US_ASCII);

  /** Reads a head, or gives null while its end has not come. */
  @Nullable
  static RequestHead of(byte[] bytes, int end) {
    int bodyLength = 0;
    boolean authorized = false;
    int line = 0;
    for (int i = 1; i < end; i++) {
      if (bytes[i] != '\n' || bytes[i - 1] != '\r') {
        continue;
      }
      if (i - 1 == line) {
        boolean asked =
            i > REQUEST_LINE.length
                && Arrays.equals(
                    bytes, 0, REQUEST_LINE.length, REQUEST_LINE, 0, REQUEST_LINE.length);
        return new RequestHead(i + 1, bodyLength, asked && authorized && bodyLength > 0);
      }
      if (startsWith(bytes, line, i, CONTENT_LENGTH)) {
        bodyLength = number(bytes, line + CONTENT_LENGTH.length, i - 1);
      } else if (startsWith(bytes, line, i + 1, AUTHORIZATION)) {
        authorized = true;
      }
      line = i + 1;
    }
    return null;
  }

  private static boolean startsWith(byte[] bytes, int from, int to, byte[] lowerCase) {
    if (to - from < lowerCase.length) {
      return false;
    }
    for (int i = 0; i < lowerCase.length; i++) {
      byte octet = bytes[from + i];
      boolean upper = octet >= 'A' && octet <= 'Z';
      if ((upper ? octet + 'a' - 'A' : octet) != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }

  private static int number(byte[] bytes, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] >= '0' && bytes[i] <= '9') {
        number = number * 10 + bytes[i] - '0';
      }
    }
    return number;
  }
}
