// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.webhook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.botflow.genesys.internal.json.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * Reads the body of a webhook. Any JSON object gives a notification: what has no type here, or does
 * not fit its type, becomes an {@link UnknownNotification}. Verify the body first. Thread-safe.
 *
 * <pre>{@code
 * Notification notification = WebhookParser.parse(body);
 * if (notification instanceof MessageNotification message) {
 *   show(message.text());
 * }
 * }</pre>
 *
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
public final class WebhookParser {
  private static final ObjectReader MESSAGE = WireJson.readerFor(MessageNotification.class);
  private static final Map<String, ObjectReader> READERS =
      Map.of(
          "text",
          MESSAGE,
          "structured",
          MESSAGE,
          "receipt",
          WireJson.readerFor(ReceiptNotification.class),
          "event",
          WireJson.readerFor(EventNotification.class));

  private WebhookParser() {}

  /**
   * Reads a body.
   *
   * @param body the bytes of the request, UTF-8
   * @return what it says
   * @throws MalformedWebhookException if it is not one JSON object, or nested deeper than 64
   *     levels, or holds a text longer than 256 Ki characters
   */
  public static Notification parse(byte[] body) {
    ObjectReader reader = READERS.get(type(body).toLowerCase(Locale.ROOT));
    try {
      return reader == null ? unknown(body) : reader.readValue(body);
    } catch (DatabindException e) {
      return unknown(body);
    } catch (IOException e) {
      throw malformed();
    }
  }

  /**
   * Reads a body, or what {@link Notification#toJson()} wrote.
   *
   * @param json the JSON
   * @return what it says
   * @throws MalformedWebhookException if it is not one JSON object
   */
  public static Notification parse(String json) {
    return parse(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Looks ahead for the type, so that the body can then be bound to it without a tree between. */
  private static String type(byte[] body) {
    try (JsonParser json = WireJson.parser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw malformed();
      }
      @Nullable String type = null;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = "type".equals(json.currentName());
        if (json.nextToken() == JsonToken.VALUE_STRING && found) {
          type = json.getText();
        }
        json.skipChildren();
      }
      return type == null ? "" : type;
    } catch (IOException e) {
      throw malformed();
    }
  }

  private static Notification unknown(byte[] body) {
    try {
      JsonNode json = WireJson.tree(body);
      if (json.isObject()) {
        return new UnknownNotification(json);
      }
    } catch (IOException e) {
      // Jackson's message quotes the body, which holds a customer's words: it does not become a
      // cause.
    }
    throw malformed();
  }

  private static MalformedWebhookException malformed() {
    return new MalformedWebhookException("the body is not a JSON object");
  }
}
