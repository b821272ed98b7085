// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.genesys.webhook.MessageNotification;
import io.botflow.genesys.webhook.Notification;
import io.botflow.genesys.webhook.WebhookParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Messages of all kinds with something in them changed at random: none makes us throw. */
class StrangeContentTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int ROUNDS = 3_000;

  private static final List<JsonNode> STRANGE =
      List.of(
          NODES.nullNode(),
          NODES.textNode(""),
          NODES.textNode(" \u200b"),
          NODES.textNode("https://x.example/a b|c.jpg"),
          NODES.textNode("mailto:a@b.example"),
          NODES.textNode("http:///%zz"),
          NODES.textNode("2026-13-45T99:99:99Z"),
          NODES.textNode("PostBack"),
          NODES.numberNode(-1),
          NODES.numberNode(Long.MAX_VALUE),
          NODES.numberNode(0.5),
          NODES.booleanNode(true),
          NODES.arrayNode().add(5),
          NODES.arrayNode().addNull(),
          NODES.objectNode(),
          NODES.objectNode().put("contentType", "Card"));

  private static final String EVERYTHING =
      """
      {"id":"1","type":"Structured","channel":{"to":{"id":"u"}},"text":"words","content":[
      {"contentType":"Attachment","attachment":{"mediaType":"Image","url":"https://x.example/a.jpg",
       "mime":"image/jpeg","filename":"a.jpg","text":"caption","contentSizeBytes":10,"sha256":"00"}},
      {"contentType":"QuickReply","quickReply":{"text":"Yes","payload":"y","image":"https://x.example/y.png"}},
      {"contentType":"Card","card":{"title":"One","description":"first","image":"https://x.example/1.jpg",
       "video":"https://x.example/1.mp4","defaultAction":{"type":"Link","url":"https://x.example"},
       "actions":[{"type":"Postback","text":"Buy","payload":"b"},{"type":"Link","text":"Site","url":"https://x.example"}]}},
      {"contentType":"Carousel","carousel":{"cards":[{"title":"A","actions":[{"type":"Postback","text":"a","payload":"a"}]},
       {"title":"B","description":"second"}]}},
      {"contentType":"DatePicker","datePicker":{"title":"When?","subtitle":"Pick",
       "availableTimes":[{"duration":1800,"dateTime":"2025-05-30T12:00:00.000Z"}]}},
      {"contentType":"Notification","template":{"id":"t","language":"en",
       "header":{"type":"Media","text":"head","media":{"mediaType":"Image","url":"https://x.example/h.jpg"}},
       "body":{"text":"body","parameters":[{"name":"n","text":"v"}]},"footer":{"text":"foot"},
       "buttons":[{"type":"QuickReply","text":"Yes","payload":"y"},{"type":"Url","text":"Site","url":"https://x.example"},
        {"type":"PhoneNumber","text":"Call","phoneNumber":"+380441234567"}]}},
      {"contentType":"Text","text":{"type":"Text","body":"more"}},
      {"contentType":"Location","location":{"latitude":50.4,"longitude":30.5}},
      {"contentType":"PaymentRequest","paymentRequest":{"amount":1}}]}
      """;

  @Test
  void noMessageMakesUsThrow() throws IOException {
    JsonNode everything = new ObjectMapper().readTree(EVERYTHING);
    Random random = new Random(5);
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      JsonNode message = everything.deepCopy();
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        change(message.get("content"), random);
      }
      Notification parsed = WebhookParser.parse(message.toString());
      if (parsed instanceof MessageNotification notification) {
        read++;
        assertDoesNotThrow(
            () -> FromGenesys.parts(notification.text(), notification.content()),
            message::toString);
      }
    }
    assertTrue(read > ROUNDS / 2, "most of them are still messages: " + read);
  }

  /** Removes something at a random place, or puts something strange there. */
  private static void change(JsonNode root, Random random) {
    List<JsonNode> places = new ArrayList<>();
    collect(root, places);
    JsonNode place = places.get(random.nextInt(places.size()));
    JsonNode strange = STRANGE.get(random.nextInt(STRANGE.size()));
    if (place instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(3) == 0) {
        object.remove(name);
      } else {
        object.set(name, strange.deepCopy());
      }
    } else if (place instanceof ArrayNode array) {
      array.insert(random.nextInt(array.size() + 1), strange.deepCopy());
    }
  }

  private static void collect(JsonNode node, List<JsonNode> places) {
    if (node.isContainerNode()) {
      places.add(node);
      node.forEach(child -> collect(child, places));
    }
  }
}
