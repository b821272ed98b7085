// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes and reads the {@code Content-Disposition} header (RFC 6266). */
final class ContentDisposition {
  /** Longer than any name; a bound for the depth to which matching goes. */
  private static final int MAX_LENGTH = 4096;

  private static final Pattern EXTENDED =
      Pattern.compile(
          ";\\s*filename\\*\\s*=\\s*\"?(utf-8|iso-8859-1)'[^']*'([^;\"\\s]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern QUOTED =
      Pattern.compile(
          ";\\s*filename\\s*=\\s*\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE =
      Pattern.compile(";\\s*filename\\s*=\\s*([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

  private ContentDisposition() {}

  /** The header for a file; the name in plain ASCII, and exactly when it needs more than that. */
  static String of(boolean inline, String fileName) {
    StringBuilder ascii = new StringBuilder(fileName.length());
    fileName.codePoints().forEach(c -> ascii.append(isPlain(c) ? (char) c : '_'));
    String header = (inline ? "inline" : "attachment") + "; filename=\"" + ascii + "\"";
    return ascii.toString().equals(fileName)
        ? header
        : header + "; filename*=UTF-8''" + PercentEncoding.encode(fileName);
  }

  private static boolean isPlain(int c) {
    return c >= ' ' && c < 0x7F && c != '"' && c != '\\' && c != '%';
  }

  /** The name that a header gives, not to be trusted; the extended form goes first. */
  static Optional<String> fileName(String header) {
    if (header.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher extended = EXTENDED.matcher(header);
    if (extended.find()) {
      return Optional.of(decode(extended.group(2), Charset.forName(extended.group(1))));
    }
    Matcher quoted = QUOTED.matcher(header);
    if (quoted.find()) {
      return Optional.of(quoted.group(1).replaceAll("\\\\(.)", "$1"));
    }
    Matcher bare = BARE.matcher(header);
    return bare.find() ? Optional.of(bare.group(1)) : Optional.empty();
  }

  /** The name that a header gives, or else the last segment of the URL; not to be trusted. */
  static Optional<String> fileName(String header, URI url) {
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    String last = decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
    return fileName(header).or(() -> Optional.of(last).filter(name -> !name.isEmpty()));
  }

  /** Decodes percent-encoded text; what is not a proper escape stays as it is. */
  private static String decode(String text, Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(charset));
      }
    }
    return bytes.toString(charset);
  }
}
