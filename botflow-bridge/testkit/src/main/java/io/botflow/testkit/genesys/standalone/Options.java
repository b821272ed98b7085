// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.annotation.Nullable;

/** What the command line asks for. */
record Options(int port, @Nullable String tlsDomain, boolean rateLimit, boolean help) {
  static final String USAGE =
      """
      A Genesys Cloud on loopback. Prints one line of JSON when it is ready, and runs until it is ended.

        --port N          the port; a free one without it
        --tls             https, at api.<domain> and login.<domain>
        --domain NAME     the domain for --tls; genesys.test without it
        --no-rate-limit   no 300 requests a minute
        --help            this text
      """;
  private static final String DEFAULT_DOMAIN = "genesys.test";
  private static final int MAX_PORT = 65_535;

  static Options parse(String... args) throws IllegalArgumentException {
    Deque<String> rest = new ArrayDeque<>(List.of(args));
    int port = 0;
    boolean tls = false;
    String domain = null;
    boolean rateLimit = true;
    boolean help = false;
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--port" -> port = port(value(option, rest));
        case "--tls" -> tls = true;
        case "--domain" -> domain = domain(value(option, rest));
        case "--no-rate-limit" -> rateLimit = false;
        case "--help" -> help = true;
        default -> throw new IllegalArgumentException("there is no option " + option);
      }
    }
    if (domain != null && !tls) {
      throw new IllegalArgumentException("--domain goes with --tls only");
    }
    return new Options(
        port, tls ? (domain == null ? DEFAULT_DOMAIN : domain) : null, rateLimit, help);
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty() || rest.peek().startsWith("--")) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.pop();
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= MAX_PORT) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // refused below
    }
    throw new IllegalArgumentException("--port must be a number from 0 to 65535, was " + text);
  }

  private static String domain(String text) {
    if (!text.matches("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9-]+)*")) {
      throw new IllegalArgumentException("--domain must be a host name, was " + text);
    }
    return text;
  }
}
