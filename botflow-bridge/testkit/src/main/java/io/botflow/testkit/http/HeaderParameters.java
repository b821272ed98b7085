// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The {@code ; name=value} parameters of a header value, quoted or not. */
final class HeaderParameters {
  private final Map<String, String> values = new HashMap<>();

  private HeaderParameters() {}

  static HeaderParameters of(String header) {
    HeaderParameters parameters = new HeaderParameters();
    int i = header.indexOf(';');
    while (i >= 0 && i < header.length()) {
      int equals = header.indexOf('=', i);
      if (equals < 0) {
        break;
      }
      String name = header.substring(i + 1, equals).strip().toLowerCase(Locale.ROOT);
      StringBuilder value = new StringBuilder();
      i = readValue(header, equals + 1, value);
      parameters.values.putIfAbsent(name, decode(name, value.toString()));
    }
    return parameters;
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Reads one value and returns the index of the semicolon after it, or -1. */
  private static int readValue(String header, int start, StringBuilder value) {
    int i = start;
    while (i < header.length() && header.charAt(i) == ' ') {
      i++;
    }
    if (i >= header.length() || header.charAt(i) != '"') {
      int end = header.indexOf(';', i);
      value.append(header.substring(i, end < 0 ? header.length() : end).strip());
      return end;
    }
    for (i++; i < header.length() && header.charAt(i) != '"'; i++) {
      // Only a quote or a backslash is escaped; a lone backslash is part of a Windows file name.
      boolean escape =
          header.charAt(i) == '\\'
              && i + 1 < header.length()
              && (header.charAt(i + 1) == '"' || header.charAt(i + 1) == '\\');
      value.append(header.charAt(escape ? ++i : i));
    }
    return header.indexOf(';', i);
  }

  private static String decode(String name, String value) {
    if (name.endsWith("*")) {
      int charsetEnd = value.indexOf('\'');
      int languageEnd = value.indexOf('\'', charsetEnd + 1);
      if (charsetEnd >= 0 && languageEnd >= 0) {
        String encoded = value.substring(languageEnd + 1).replace("+", "%2B");
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      }
    }
    // Browsers escape a quote in a file name this way.
    return value.replace("%22", "\"");
  }
}
