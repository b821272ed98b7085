// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.util.List;
import java.util.Locale;

/**
 * A supported content profile: which media types may pass an integration, per direction.
 *
 * <p>Inbound media that is not allowed is dropped and the message arrives without it; an outbound
 * message with such media is not sent. An empty list blocks everything.
 *
 * @param inbound allowed patterns from the customer, for example {@code image/*}
 * @param outbound allowed patterns to the customer
 */
public record SupportedContent(List<String> inbound, List<String> outbound) {

  /** {@inheritDoc} */
  public SupportedContent {
    inbound = List.copyOf(inbound);
    outbound = List.copyOf(outbound);
    inbound.forEach(SupportedContent::requirePattern);
    outbound.forEach(SupportedContent::requirePattern);
  }

  /**
   * The profile of a new organisation: everything in, only JPEG, PNG and GIF out.
   *
   * @return the default profile
   */
  public static SupportedContent defaults() {
    return new SupportedContent(List.of("*/*"), List.of("image/jpeg", "image/png", "image/gif"));
  }

  /**
   * A profile that lets everything pass.
   *
   * @return everything in, everything out
   */
  public static SupportedContent everything() {
    return new SupportedContent(List.of("*/*"), List.of("*/*"));
  }

  boolean allowsInbound(String mime) {
    return allows(inbound, mime);
  }

  boolean allowsOutbound(String mime) {
    return allows(outbound, mime);
  }

  private static boolean allows(List<String> patterns, String mime) {
    String type = mime.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    String family = type.split("/", 2)[0] + "/*";
    return patterns.stream()
        .map(pattern -> pattern.toLowerCase(Locale.ROOT))
        .anyMatch(p -> p.equals("*/*") || p.equals(family) || p.equals(type));
  }

  private static void requirePattern(String pattern) {
    if (!isPattern(pattern)) {
      throw new IllegalArgumentException("not a media type or pattern: " + pattern);
    }
  }

  static boolean isPattern(String text) {
    return text.matches("[^/\\s]+/[^/\\s]+");
  }
}
