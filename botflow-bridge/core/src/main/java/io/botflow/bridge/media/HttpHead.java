// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Status and headers of an HTTP/1.1 answer, read strictly.
 *
 * @param status the status code of the final answer
 * @param headers the values by name, in any case
 */
record HttpHead(int status, Map<String, List<String>> headers) {
  private static final int MAX_BYTES = 32 * 1024;
  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** Reads up to the first byte of the body; interim answers are skipped. */
  static HttpHead read(InputStream in) throws IOException {
    Lines lines = new Lines(in, MAX_BYTES);
    HttpHead head = readOne(lines);
    while (head.status() < 200) {
      head = readOne(lines);
    }
    return head;
  }

  private static HttpHead readOne(Lines lines) throws IOException {
    Matcher statusLine = STATUS_LINE.matcher(lines.next());
    if (!statusLine.matches()) {
      throw new ProtocolException("the answer does not begin as HTTP/1.1");
    }
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
      int colon = line.indexOf(':');
      if (colon < 0 || !NAME.matcher(line.substring(0, colon)).matches()) {
        throw new ProtocolException("the answer has a malformed header");
      }
      headers
          .computeIfAbsent(line.substring(0, colon), n -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return new HttpHead(Integer.parseInt(statusLine.group(1)), headers);
  }

  Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The lines of a head, with a bound on all of them together. */
  static final class Lines {
    private final InputStream in;
    private int left;

    Lines(InputStream in, int maxBytes) {
      this.in = in;
      this.left = maxBytes;
    }

    String next() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream(80);
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          throw new EOFException("the answer ended early");
        }
        if (--left < 0) {
          throw new ProtocolException("the answer's headers are too long");
        }
        line.write(b);
      }
      String text = decoded(line.toByteArray());
      return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Servers that put a file name in plainly mostly mean UTF-8. */
    private static String decoded(byte[] bytes) {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException notUtf8) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
      }
    }
  }
}
