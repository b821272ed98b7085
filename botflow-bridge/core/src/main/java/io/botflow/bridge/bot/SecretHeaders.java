// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.web.WebRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header values that prove a request to be Genesys Cloud's. Keeps digests instead of the
 * values: they are all of one length, so the time of a comparison tells nothing.
 */
final class SecretHeaders {
  private final Map<String, List<byte[]>> digests = new LinkedHashMap<>();

  SecretHeaders(Map<String, ? extends Collection<String>> accepted) {
    accepted.forEach(
        (name, values) -> digests.put(name, values.stream().map(SecretHeaders::digest).toList()));
  }

  /** Whether each header is there with one of its values. */
  boolean accepts(WebRequest request) {
    boolean all = true;
    for (Map.Entry<String, List<byte[]>> header : digests.entrySet()) {
      all &= matches(request.headers(header.getKey()), header.getValue());
    }
    return all;
  }

  private static boolean matches(List<String> given, List<byte[]> accepted) {
    boolean any = false;
    for (String value : given) {
      byte[] digest = digest(value);
      for (byte[] candidate : accepted) {
        any |= MessageDigest.isEqual(digest, candidate);
      }
    }
    return any;
  }

  private static byte[] digest(String value) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return digests.keySet().stream().map(name -> name + "=***").toList().toString();
  }
}
