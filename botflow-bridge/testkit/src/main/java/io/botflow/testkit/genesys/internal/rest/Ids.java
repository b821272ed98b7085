// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.rest;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Identifiers in the platform's shapes. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A dashed UUID, as conversations, participants, integrations and sessions have. */
  public static String uuid() {
    return UUID.randomUUID().toString();
  }

  /** A dashed UUID that is always the same for a name, as queues and users have here. */
  public static String named(String kind, String name) {
    return UUID.nameUUIDFromBytes((kind + ":" + name).getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** 32 lower-case hex digits, as messages have. */
  public static String message() {
    return HexFormat.of().formatHex(random(16));
  }

  /** 86 URL-safe characters, as access tokens and download links have. */
  public static String token() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(64));
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
