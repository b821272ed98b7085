// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.util.Map;

/** Status codes with the reason that webhook errors quote. */
final class HttpReasons {
  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(301, "Moved Permanently"),
          Map.entry(302, "Found"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(410, "Gone"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"));

  private HttpReasons() {}

  static String line(int status) {
    return (status + " " + REASONS.getOrDefault(status, "")).strip();
  }
}
