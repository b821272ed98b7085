// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Any JSON object gives a notification, and writing it again is stable; by seeded mutation. More of
 * it: {@code -Dbotflow.fuzz.rounds=200000}.
 */
class WebhookFuzzTest {
  private static final int ROUNDS = Integer.getInteger("botflow.fuzz.rounds", 1_500);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SEEDS =
      List.of(
          "{\"id\":\"m\",\"channel\":{\"id\":\"i\",\"to\":{\"id\":\"u\"},\"from\":{\"nickname\":"
              + "\"n\",\"idType\":\"Opaque\"},\"time\":\"2025-06-10T21:03:05.427Z\",\"metadata\":"
              + "{\"customAttributes\":{\"a\":\"b\"}}},\"type\":\"Text\",\"text\":\"Hi\",\"content\":"
              + "[{\"contentType\":\"Attachment\",\"attachment\":{\"mediaType\":\"Image\",\"url\":"
              + "\"u\",\"contentSizeBytes\":1}}],\"metadata\":{\"k\":\"v\"}}",
          "{\"id\":\"m\",\"type\":\"Structured\",\"content\":[{\"contentType\":\"Carousel\","
              + "\"carousel\":{\"cards\":[{\"title\":\"t\",\"defaultAction\":{\"type\":\"Link\"},"
              + "\"actions\":[{\"type\":\"Link\",\"url\":\"u\"}]}]}},{\"contentType\":\"DatePicker\","
              + "\"datePicker\":{\"availableTimes\":[{\"duration\":1,\"dateTime\":\"x\"}],"
              + "\"location\":{\"latitude\":1.5}}},{\"contentType\":\"Notification\",\"template\":"
              + "{\"header\":{\"type\":\"Text\",\"parameters\":[{\"name\":\"n\"}]},\"buttons\":"
              + "[{\"type\":\"Url\",\"index\":0}]}}]}",
          "{\"id\":\"m\",\"type\":\"Receipt\",\"status\":\"Failed\",\"reasons\":[{\"code\":"
              + "\"RateLimited\",\"message\":\"x\"}],\"isFinalReceipt\":true}",
          "{\"id\":\"m\",\"type\":\"Event\",\"events\":[{\"eventType\":\"Typing\",\"typing\":"
              + "{\"type\":\"On\",\"duration\":5000}}]}");
  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e400",
          "9223372036854775808",
          "1.10",
          "\"\"",
          "\"\\u0000\"",
          "\"Text\"",
          "[]",
          "{}",
          "[null]",
          "[[1]]",
          "{\"a\":{\"b\":[1]}}",
          "\"2025-13-99\"");

  @Test
  void anyMutationOfAKnownBodyIsReadAndWrittenStably() throws IOException {
    Random random = new Random(7);
    int typed = 0;
    for (int i = 0; i < ROUNDS; i++) {
      ObjectNode body = (ObjectNode) JSON.readTree(SEEDS.get(i % SEEDS.size()));
      for (int change = random.nextInt(4); change >= 0; change--) {
        mutate(body, random);
      }
      String text = body.toString();
      Notification notification = WebhookParser.parse(text);
      String once = notification.toJson();
      String twice = WebhookParser.parse(once).toJson();
      assertEquals(once, twice, text);
      assertTrue(notification.dedupeKey().length() > 1, text);
      if (!(notification instanceof UnknownNotification)) {
        typed++;
      }
    }
    assertTrue(typed > ROUNDS / 4, "typed notifications are exercised too: " + typed);
  }

  private static void mutate(ObjectNode body, Random random) throws IOException {
    List<JsonNode> containers = new ArrayList<>();
    collect(body, containers);
    JsonNode target = containers.get(random.nextInt(containers.size()));
    JsonNode odd = JSON.readTree(ODD.get(random.nextInt(ODD.size())));
    if (target instanceof ArrayNode array) {
      array.add(odd);
      return;
    }
    ObjectNode object = (ObjectNode) target;
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty() || random.nextInt(4) == 0) {
      object.set("new" + random.nextInt(5), odd);
    } else {
      object.set(names.get(random.nextInt(names.size())), odd);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }
}
