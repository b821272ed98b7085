// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import io.botflow.connector.message.MediaSource;
import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.annotation.Nullable;

/**
 * Addresses as people write them: what may not stand in one is percent-encoded, and a host in
 * letters of other scripts takes its ASCII form, as a browser does.
 */
final class Addresses {
  private static final String LEGAL = "-._~:/?@!$&'()*+,;=";

  private Addresses() {}

  /** The source behind an address; null when it names no host. */
  static @Nullable MediaSource.Url source(@Nullable String address) {
    if (address == null) {
      return null;
    }
    URI uri = uri(withAsciiHost(address.strip()));
    return uri == null || !uri.isAbsolute() || uri.getHost() == null
        ? null
        : new MediaSource.Url(uri);
  }

  private static String withAsciiHost(String address) {
    int begin = address.indexOf("://") + 3;
    int end = begin;
    while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    if (begin < 3 || address.substring(begin, end).chars().allMatch(c -> c < 0x80)) {
      return address;
    }
    int port = address.indexOf(':', begin);
    int hostEnd = port < 0 || port > end ? end : port;
    try {
      String host = IDN.toASCII(address.substring(begin, hostEnd));
      return address.substring(0, begin) + host + address.substring(hostEnd);
    } catch (IllegalArgumentException noName) {
      return address;
    }
  }

  private static @Nullable URI uri(String address) {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException asWritten) {
      try {
        return URI.create(encoded(address));
      } catch (IllegalArgumentException notUrl) {
        return null;
      }
    }
  }

  private static String encoded(String address) {
    StringBuilder encoded = new StringBuilder(address.length() + 16);
    boolean inFragment = false;
    for (int i = 0; i < address.length(); ) {
      int character = address.codePointAt(i);
      boolean stays =
          isLegal(character)
              || (character == '%' && isEscape(address, i))
              || (character == '#' && !inFragment);
      inFragment |= character == '#';
      if (stays) {
        encoded.appendCodePoint(character);
      } else {
        for (byte b : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
          encoded.append(String.format("%%%02X", b));
        }
      }
      i += Character.charCount(character);
    }
    return encoded.toString();
  }

  private static boolean isLegal(int character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || LEGAL.indexOf(character) >= 0;
  }

  private static boolean isEscape(String address, int at) {
    return at + 2 < address.length()
        && Character.digit(address.charAt(at + 1), 16) >= 0
        && Character.digit(address.charAt(at + 2), 16) >= 0;
  }
}
