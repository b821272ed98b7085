// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * Decides which bytes a {@code Range} header asks for (RFC 9110, section 14).
 *
 * <p>What is not one well-formed range of bytes is ignored, as that section allows, and the whole
 * file is sent.
 */
final class RangeHeader {
  private static final Pattern ONE_RANGE =
      Pattern.compile("(?i:bytes)=[ \t]*([0-9]*)-([0-9]*)[ \t]*");

  private RangeHeader() {}

  /**
   * The bytes to send.
   *
   * @param status 200 for all, 206 for a part, 416 when the file has none of the bytes asked for
   * @param first the first byte
   * @param length how many
   */
  record Selection(int status, long first, long length) {
    String contentRange(long size) {
      return status == 416
          ? "bytes */" + size
          : "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
  }

  static Selection select(@Nullable String header, long size) {
    Matcher range = ONE_RANGE.matcher(header == null ? "" : header);
    if (!range.matches()) {
      return whole(size);
    }
    String from = range.group(1);
    String to = range.group(2);
    if (from.isEmpty()) {
      return to.isEmpty() ? whole(size) : suffix(number(to), size);
    }
    long first = number(from);
    long last = to.isEmpty() ? Long.MAX_VALUE : number(to);
    if (last < first) {
      return whole(size);
    }
    return first >= size ? nothing() : part(first, Math.min(last, size - 1));
  }

  private static Selection suffix(long length, long size) {
    if (length == 0) {
      return nothing();
    }
    return size == 0 ? whole(size) : part(Math.max(0, size - length), size - 1);
  }

  private static Selection whole(long size) {
    return new Selection(200, 0, size);
  }

  private static Selection part(long first, long last) {
    return new Selection(206, first, last - first + 1);
  }

  private static Selection nothing() {
    return new Selection(416, 0, 0);
  }

  /** A number of any length; beyond 18 digits it is beyond any file. */
  private static long number(String digits) {
    String plain = digits.replaceFirst("^0+(?=.)", "");
    return plain.length() > 18 ? Long.MAX_VALUE : Long.parseLong(plain);
  }
}
