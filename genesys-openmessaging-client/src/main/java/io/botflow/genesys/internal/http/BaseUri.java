// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.annotation.Nullable;

/** Scheme and authority of a host, to which only absolute paths are added. */
public final class BaseUri {
  private static final String UNRESERVED = "-._~";

  private final String prefix;

  /** What was resolved last: most calls of a process go to one path, and parsing it costs. */
  @Nullable private volatile Resolved last;

  private record Resolved(String path, URI uri) {}

  private BaseUri(String prefix) {
    this.prefix = prefix;
  }

  /**
   * Checks a host.
   *
   * @param setting the setting to name when it is wrong
   * @param uri {@code http} or {@code https} with a host, and optionally a path prefix
   * @return the base
   * @throws IllegalArgumentException if it is anything else
   */
  public static BaseUri of(String setting, URI uri) {
    String scheme = uri.getScheme();
    boolean web =
        scheme != null && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"));
    if (!web
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          setting + ": must look like https://host or https://host:port, without query or user");
    }
    String text = uri.toString();
    return new BaseUri(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  /**
   * Adds a path.
   *
   * @param path starts with a slash; may have a query
   * @return the whole address, on this host
   */
  public URI resolve(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("path: must start with a slash");
    }
    Resolved known = last;
    if (known == null || !known.path.equals(path)) {
      known = new Resolved(path, URI.create(prefix + path));
      last = known;
    }
    return known.uri;
  }

  /**
   * Makes one path segment of an id: nothing in it can end the segment, the path or the header
   * line.
   *
   * @param id the id
   * @param name what to call it when it is wrong
   * @return the percent-encoded segment
   * @throws IllegalArgumentException if it is empty or would name another directory
   */
  public static String segment(@Nullable String id, String name) {
    if (id == null || id.isBlank() || id.equals(".") || id.equals("..")) {
      throw new IllegalArgumentException(name + ": is required and must be an id");
    }
    StringBuilder out = new StringBuilder(id.length());
    for (byte octet : id.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0;
      if (plain) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }

  /**
   * Whether an address is at the host of uploads that belongs to this API host: {@code apps.} in
   * place of {@code api.}; at a simulator, which has one host, the host itself.
   *
   * @param address an address that the far side named
   * @return true if a token of this host may go there
   */
  public boolean uploads(String address) {
    URI own = URI.create(prefix);
    try {
      URI there = URI.create(address);
      String host = own.getHost().replaceFirst("^api\\.", "apps.");
      return own.getScheme().equalsIgnoreCase(there.getScheme())
          && host.equalsIgnoreCase(there.getHost())
          && own.getPort() == there.getPort()
          && there.getRawUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return prefix;
  }
}
