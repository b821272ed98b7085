// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Genesys Cloud wants of an answer, field by field, and punishes where it does not get it.
 * Looks at the JSON alone, so that it does not share mistakes with what wrote it. Used once.
 */
final class AnswerRules {
  private static final Set<String> V1_FIELDS =
      Set.of(
          "replymessages",
          "intent",
          "confidence",
          "botState",
          "slotValues",
          "parameters",
          "errorInfo");
  private static final Set<String> V2_FIELDS =
      Set.of(
          "replyMessages",
          "intent",
          "confidence",
          "botState",
          "entities",
          "parameters",
          "errorInfo");

  private final Wire wire;
  private final BotVersion version;
  private final List<String> broken = new ArrayList<>();

  AnswerRules(Wire wire, BotVersion version) {
    this.wire = wire;
    this.version = version;
  }

  /** The rules that an answer breaks, each with the field at fault. */
  List<String> brokenBy(JsonNode answer) {
    if (!answer.isObject()) {
      return List.of("the answer is not a JSON object");
    }
    Set<String> known = wire == Wire.V1 ? V1_FIELDS : V2_FIELDS;
    answer.fieldNames().forEachRemaining(name -> require(known.contains(name), name, "unknown"));
    outcome(answer);
    confidence(answer.path("confidence"));
    parameters(answer.path("parameters"));
    error(answer);
    slots(answer);
    String replies = wire == Wire.V1 ? "replymessages" : "replyMessages";
    broken.addAll(new MessageRules(wire, replies).brokenBy(answer.path(replies)));
    return List.copyOf(broken);
  }

  private void outcome(JsonNode answer) {
    String state = answer.path("botState").asText();
    require(
        Set.of("Complete", "MoreData", "Failed").contains(state),
        "botState",
        "must be Complete, MoreData or Failed");
    JsonNode intent = answer.path("intent");
    require(intent.isMissingNode() || intent.isTextual(), "intent", "must be a string");
    if (state.equals("Complete")) {
      require(declared(answer).isPresent(), "intent", "must be one that the version declares");
    }
  }

  private void confidence(JsonNode confidence) {
    boolean fits =
        confidence.isMissingNode()
            || (confidence.isNumber() && confidence.asDouble() >= 0 && confidence.asDouble() <= 1);
    require(fits, "confidence", "must be a number from 0 to 1");
  }

  private void parameters(JsonNode parameters) {
    require(parameters.isMissingNode() || parameters.isObject(), "parameters", "must be an object");
    parameters
        .properties()
        .forEach(
            one -> {
              require(!one.getKey().isBlank(), "parameters", "must have names");
              require(one.getValue().isTextual(), "parameters." + one.getKey(), "must be a string");
            });
  }

  private void error(JsonNode answer) {
    JsonNode error = answer.path("errorInfo");
    if (!error.isMissingNode()) {
      require(answer.path("botState").asText().equals("Failed"), "errorInfo", "goes with Failed");
      require(isWords(error.path("errorCode")), "errorInfo.errorCode", "must be there");
      require(isWords(error.path("errorMessage")), "errorInfo.errorMessage", "must be there");
    }
  }

  private void slots(JsonNode answer) {
    if (wire == Wire.V1) {
      answer
          .path("slotValues")
          .properties()
          .forEach(
              one -> {
                Optional<Slot> slot = slot(answer, one.getKey());
                require(
                    slot.isPresent() && ValueRules.isTyped(slot.get(), one.getValue()),
                    "slotValues." + one.getKey(),
                    "must be declared, and of its type");
              });
    } else {
      answer.path("entities").forEach(entity -> entity(answer, entity));
    }
  }

  private void entity(JsonNode answer, JsonNode entity) {
    String name = entity.path("name").asText();
    Optional<Slot> slot = slot(answer, name);
    require(
        slot.isPresent() && ValueRules.isEntity(slot.get(), entity),
        "entities." + name,
        "must be declared, and of its type as strings");
  }

  private Optional<Slot> slot(JsonNode answer, String name) {
    return declared(answer).stream()
        .flatMap(intent -> intent.slots().stream())
        .filter(slot -> slot.name().equals(name))
        .findFirst();
  }

  private Optional<Intent> declared(JsonNode answer) {
    String name = answer.path("intent").asText();
    return version.intents().stream().filter(intent -> intent.name().equals(name)).findFirst();
  }

  private static boolean isWords(JsonNode node) {
    return node.isTextual() && !node.asText().isBlank();
  }

  private void require(boolean kept, String field, String rule) {
    if (!kept) {
      broken.add(field + " " + rule);
    }
  }
}
