// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.messenger.InvalidSignatureException;
import io.botflow.connector.web.WebRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * The proof that a webhook comes from Telegram: a header that repeats the secret given to {@code
 * setWebhook}. Telegram signs no bodies.
 */
final class WebhookSecret {
  static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";
  private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  private final String value;

  private WebhookSecret(String value) {
    this.value = value;
  }

  static WebhookSecret of(String value) {
    if (!FORMAT.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "webhookSecret must be 1 to 256 letters, digits, '_' or '-'");
    }
    return new WebhookSecret(value);
  }

  /**
   * Passes what Telegram sent. Answers 401 to what does not prove its sender, and 403 where no
   * proof would do, because no secret is configured.
   */
  static void verify(@Nullable WebhookSecret secret, WebRequest request) {
    if (secret == null) {
      throw new InvalidSignatureException(
          403, "webhooks are refused: the Telegram adapter was built without webhookSecret");
    }
    List<String> proofs = request.headers(HEADER);
    if (proofs.size() != 1) {
      throw new InvalidSignatureException(
          401, "expected the header " + HEADER + " once, found it " + proofs.size() + " times");
    }
    if (!MessageDigest.isEqual(bytes(secret.value), bytes(proofs.get(0)))) {
      throw new InvalidSignatureException(401, "the header " + HEADER + " is wrong");
    }
  }

  /** The secret itself, for the call that tells it to Telegram. */
  String value() {
    return value;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "***";
  }
}
