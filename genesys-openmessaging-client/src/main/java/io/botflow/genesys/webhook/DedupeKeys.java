// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.webhook;

import io.botflow.genesys.content.ReceiptStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Under which keys repeated deliveries are recognised. */
final class DedupeKeys {
  private DedupeKeys() {}

  static String of(Notification notification) {
    String id = notification.id();
    String kind = notification.type().value();
    if (id == null || id.isBlank()) {
      return kind + "|sha256|" + digest(notification.toJson());
    }
    String status = status(notification);
    return status.isEmpty() ? kind + "|" + id : kind + "|" + id + "|" + status;
  }

  private static String status(Notification notification) {
    if (notification instanceof ReceiptNotification receipt) {
      ReceiptStatus status = receipt.status();
      return status == null ? "" : status.value();
    }
    if (notification instanceof UnknownNotification unknown) {
      return unknown.json().path("status").asText("");
    }
    return "";
  }

  private static String digest(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
