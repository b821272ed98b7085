// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Webhooks of Genesys Cloud made by hand, for what the simulator's agents would never send. Signed
 * here without any code of the bridge.
 */
final class Webhooks {
  static final String SIGNATURE = "X-Hub-Signature-256";
  static final String CONVERSATION = "0f0e0d0c-0b0a-4908-8706-050403020100";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Webhooks() {}

  static ObjectNode text(String id, long customer, String text) {
    return text(id, Long.toString(customer), text);
  }

  static ObjectNode text(String id, String customer, String text) {
    ObjectNode message = JSON.createObjectNode().put("id", id);
    ObjectNode channel = message.putObject("channel");
    channel.put("platform", "Open").put("type", "Private").put("messageId", id);
    channel.putObject("to").put("id", customer).put("idType", "Opaque");
    channel.putObject("from").put("nickname", "Telegram").put("id", "integration");
    channel.put("time", "2026-01-05T10:00:00.000Z");
    return message
        .put("type", "Text")
        .put("text", text)
        .put("originatingEntity", "Human")
        .put("direction", "Outbound")
        .put("conversationId", CONVERSATION);
  }

  /** Adds a file to a message, behind those it has. */
  static ObjectNode attach(ObjectNode message, String name, String mime, URI url) {
    ArrayNode content =
        message.has("content") ? (ArrayNode) message.get("content") : message.putArray("content");
    String mediaType = mime.startsWith("image/") ? "Image" : "File";
    content
        .addObject()
        .put("contentType", "Attachment")
        .putObject("attachment")
        .put("id", "attachment-" + content.size())
        .put("mediaType", mediaType)
        .put("url", url.toString())
        .put("mime", mime)
        .put("filename", name);
    return message;
  }

  static String signature(String secret, String body) {
    return "sha256=" + Base64.getEncoder().encodeToString(digest(secret, body));
  }

  /** The form that other platforms use under the same header's name. */
  static String hexSignature(String secret, String body) {
    return "sha256=" + HexFormat.of().formatHex(digest(secret, body));
  }

  private static byte[] digest(String secret, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
