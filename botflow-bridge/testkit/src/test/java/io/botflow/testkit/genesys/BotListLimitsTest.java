// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How much a bot list may hold, pushed (version 1) or pulled (version 2). */
class BotListLimitsTest {
  private static final String NAME = "n".repeat(100);

  /** How many of each kind there are, and a text that one of the lengths is tried with. */
  private static final class Size {
    private int bots = 1;
    private int versions = 1;
    private int intents = 1;
    private int values = 1;
    private String version = "";
    private String intent = "";
    private String value = "";
    private String description = "";
  }

  private static Size size(Consumer<Size> change) {
    Size size = new Size();
    change.accept(size);
    return size;
  }

  static Stream<Arguments> most() {
    return Stream.of(
        limit("bots", s -> s.bots = 50),
        limit("versions", s -> s.versions = 50),
        limit("intents", s -> s.intents = 50),
        limit("slots or entities", s -> s.values = 50),
        limit("a version's name", s -> s.version = NAME),
        limit("an intent's name", s -> s.intent = NAME),
        limit("a slot's or entity's name", s -> s.value = NAME),
        limit("the description", s -> s.description = "d".repeat(256)));
  }

  static Stream<Arguments> tooMuch() {
    return Stream.of(
        limit("bots", s -> s.bots = 51),
        limit("versions", s -> s.versions = 51),
        limit("intents", s -> s.intents = 51),
        limit("slots or entities", s -> s.values = 51),
        limit("a version's name", s -> s.version = NAME + "n"),
        limit("an intent's name", s -> s.intent = NAME + "n"),
        limit("a slot's or entity's name", s -> s.value = NAME + "n"),
        limit("white space around a name", s -> s.intent = " n "),
        limit("the description", s -> s.description = "d".repeat(257)));
  }

  private static Arguments limit(String what, Consumer<Size> change) {
    return Arguments.of(Named.of(what, size(change)));
  }

  @ParameterizedTest
  @MethodSource("most")
  void soMuchIsTaken(Size size) {
    assertDoesNotThrow(() -> BotLists.pushed(list(size, false)));
    assertDoesNotThrow(() -> BotLists.pulled(list(size, true)));
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void moreIsRefused(Size size) {
    assertThrows(InvalidBodyException.class, () -> BotLists.pushed(list(size, false)));
    assertThrows(InvalidBodyException.class, () -> BotLists.pulled(list(size, true)));
  }

  @Test
  void aLimitIsRefusedByItsPathOverTheApi() {
    try (GenesysCloudSimulator genesys = GenesysCloudSimulator.builder().start()) {
      String path =
          "/api/v2/integrations/botconnector/" + genesys.createBotConnector("B").id() + "/bots";
      String body = Json.text(list(size(s -> s.intents = 51), false));
      String reason = RawClient.refusal(new RawClient(genesys).put(path, body), 400, "bad.request");
      assertTrue(reason.startsWith("chatBots[0].versions[0].intents"), reason);
    }
  }

  private static ObjectNode list(Size size, boolean digital) {
    ObjectNode list = Json.object();
    ArrayNode bots = list.putArray(digital ? "entities" : "chatBots");
    for (int b = 0; b < size.bots; b++) {
      ObjectNode bot = bots.addObject().put("id", "b" + b).put("name", "bot");
      bot.put("provider", "p").put("description", size.description);
      ArrayNode versions = bot.putArray("versions");
      for (int v = 0; v < size.versions; v++) {
        version(versions.addObject(), size, v, digital);
      }
    }
    return list;
  }

  private static void version(ObjectNode version, Size size, int number, boolean digital) {
    version.put("version", size.version.isEmpty() ? "v" + number : size.version);
    version.putArray("supportedLanguages").add("en-us");
    ArrayNode intents = version.putArray("intents");
    for (int i = 0; i < size.intents; i++) {
      ObjectNode intent = intents.addObject();
      intent.put("name", size.intent.isEmpty() ? "i" + i : size.intent);
      ArrayNode entities = Json.array();
      ObjectNode slots = Json.object();
      for (int n = 0; n < size.values; n++) {
        String name = size.value.isEmpty() ? "s" + n : size.value;
        ObjectNode value = Json.object().put("name", name).put("type", "String");
        entities.add(value);
        slots.set(name, value);
      }
      intent.set(digital ? "entities" : "slots", digital ? entities : slots);
    }
  }
}
