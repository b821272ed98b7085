// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.annotation.Nullable;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Decides whether a webhook request comes from the integration: {@code X-Hub-Signature-256} must be
 * {@code sha256=} and the base64 of the HMAC-SHA256 of the body under the integration's secret
 * token. Works on the raw bytes, because writing the JSON again changes them; compares in constant
 * time; takes several secrets while one replaces another. Thread-safe.
 *
 * <p>The signature holds no time, so a recorded request stays valid: leave out repeated ones by
 * {@link Notification#dedupeKey()}.
 *
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/validate">Validate
 *     webhook notifications</a>
 */
public final class WebhookVerifier {
  /** The header that carries the signature. */
  public static final String SIGNATURE_HEADER = "X-Hub-Signature-256";

  private static final String PREFIX = "sha256=";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_SECRET = 16;
  private static final int DIGEST_CHARS = 44;

  private final List<SecretKeySpec> keys;

  private WebhookVerifier(List<SecretKeySpec> keys) {
    this.keys = keys;
  }

  /**
   * A verifier for one secret.
   *
   * @param secret the integration's signature secret token, 16 characters or more
   * @return the verifier
   * @throws IllegalArgumentException if the secret is too short
   */
  public static WebhookVerifier of(String secret) {
    return of(List.of(secret));
  }

  /**
   * A verifier for several secrets: while a secret is replaced, both are valid.
   *
   * @param secrets at least one; each 16 characters or more
   * @return the verifier
   * @throws IllegalArgumentException if there is none, or one is too short
   */
  public static WebhookVerifier of(Collection<String> secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("webhookSecret: at least one is required");
    }
    List<SecretKeySpec> keys = new ArrayList<>(secrets.size());
    for (String secret : secrets) {
      if (secret.length() < SHORTEST_SECRET) {
        throw new IllegalArgumentException(
            "webhookSecret: must have " + SHORTEST_SECRET + " characters or more");
      }
      keys.add(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }
    return new WebhookVerifier(List.copyOf(keys));
  }

  /**
   * Whether the signature fits the body.
   *
   * @param body the raw bytes of the request
   * @param signature the value of {@link #SIGNATURE_HEADER}, null when the header is missing
   * @return true if one of the secrets made this signature
   */
  public boolean verify(byte[] body, @Nullable String signature) {
    if (signature == null
        || signature.length() != PREFIX.length() + DIGEST_CHARS
        || !signature.startsWith(PREFIX)) {
      return false;
    }
    byte[] given = signature.substring(PREFIX.length()).getBytes(StandardCharsets.UTF_8);
    boolean fits = false;
    for (SecretKeySpec key : keys) {
      fits |= MessageDigest.isEqual(given, digest(key, body));
    }
    return fits;
  }

  /**
   * The signature of a body under the first secret: what Genesys Cloud would send.
   *
   * @param body the raw bytes
   * @return the value of {@link #SIGNATURE_HEADER}
   */
  public String sign(byte[] body) {
    return PREFIX + new String(digest(keys.get(0), body), StandardCharsets.US_ASCII);
  }

  /** As text rather than as bytes: base64 lets several texts stand for the same bytes. */
  private static byte[] digest(SecretKeySpec key, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getEncoder().encode(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "WebhookVerifier[" + keys.size() + " secrets, ***]";
  }
}
