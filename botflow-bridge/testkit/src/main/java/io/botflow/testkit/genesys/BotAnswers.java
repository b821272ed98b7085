// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/** Reads and validates a bot's answer by the rules of one version of the connector. */
final class BotAnswers {
  private static final List<String> STATES = List.of("Complete", "Failed", "MoreData");

  private final RegisteredBot.Version version;
  private final BotReplies replies;
  private final boolean digital;
  private final boolean eitherSpelling;

  private BotAnswers(
      RegisteredBot.Version version, boolean digital, boolean files, boolean eitherSpelling) {
    this.version = version;
    this.digital = digital;
    this.replies = new BotReplies(digital, files);
    this.eitherSpelling = eitherSpelling;
  }

  static BotAnswers classic(RegisteredBot.Version version, boolean eitherSpelling) {
    return new BotAnswers(version, false, false, eitherSpelling);
  }

  static BotAnswers digital(RegisteredBot.Version version, boolean files, boolean eitherSpelling) {
    return new BotAnswers(version, true, files, eitherSpelling);
  }

  BotAnswer read(byte[] body) {
    return read(JsonView.of(Json.read(body)));
  }

  BotAnswer read(JsonView answer) {
    String intent = answer.optionalText("intent");
    confidence(answer);
    Map<String, String> parameters = answer.texts("parameters");
    return new BotAnswer(
        state(answer),
        intent,
        replies.read(messages(answer)),
        digital ? entities(answer, intent) : slots(answer, intent),
        parameters,
        error(answer),
        answer.node());
  }

  private BotAnswer.State state(JsonView answer) {
    String state =
        digital
            ? answer.exactly("botState", "BotState", STATES)
            : answer.oneOf("botState", "BotState", STATES);
    return switch (state) {
      case "Complete" -> BotAnswer.State.COMPLETE;
      case "Failed" -> BotAnswer.State.FAILED;
      default -> BotAnswer.State.MORE_DATA;
    };
  }

  private List<JsonView> messages(JsonView answer) {
    String own = digital ? "replyMessages" : "replymessages";
    String other = digital ? "replymessages" : "replyMessages";
    return answer.optionalObjects(eitherSpelling && !answer.has(own) ? other : own);
  }

  private void confidence(JsonView answer) {
    JsonNode confidence = answer.value("confidence");
    if (confidence == null) {
      return;
    }
    double value;
    try {
      value = digital && !confidence.isNumber() ? -1 : Double.parseDouble(confidence.asText());
    } catch (NumberFormatException e) {
      value = -1;
    }
    if (!(value >= 0 && value <= 1)) {
      throw InvalidBodyException.of("confidence should be a number from 0 to 1");
    }
  }

  /** Values of slots that the intent does not register pass unchecked, as far as is known. */
  private Map<String, String> slots(JsonView answer, @Nullable String intent) {
    Map<String, String> values = new LinkedHashMap<>();
    JsonView slots = answer.optionalObject("slotValues");
    if (slots != null) {
      Map<String, String> types = types(intent);
      for (Map.Entry<String, JsonNode> slot : slots.node().properties()) {
        String type = types.get(slot.getKey());
        JsonNode value = slot.getValue();
        if (!value.isNull()) {
          values.put(
              slot.getKey(),
              type == null
                  ? value.isValueNode() ? value.asText() : Json.text(value)
                  : ValueTypes.slot(slot.getKey(), type, value));
        }
      }
    }
    return values;
  }

  private Map<String, String> entities(JsonView answer, @Nullable String intent) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> declared = types(intent);
    boolean known = intent != null && version.intents().containsKey(intent);
    for (JsonView entity : answer.optionalObjects("entities")) {
      String name = entity.nonEmpty("name");
      String type = entity.exactly("type", "BotEntityType", ValueTypes.ENTITY_TYPES);
      if (known && !type.equals(declared.get(name))) {
        throw InvalidBodyException.of(
            "entity '" + name + "' of type " + type + " is not declared for intent " + intent);
      }
      values.put(name, entityValue(entity, name, type));
    }
    return values;
  }

  private static String entityValue(JsonView entity, String name, String type) {
    if (!ValueTypes.isCollection(type)) {
      String value = entity.text("value");
      ValueTypes.entity(name, type, value);
      return value;
    }
    JsonNode values = entity.value("values");
    if (values == null || !values.isArray()) {
      throw InvalidBodyException.of(entity.path("values") + " should be array");
    }
    for (JsonNode value : values) {
      if (!value.isTextual()) {
        throw InvalidBodyException.of(entity.path("values") + " should hold strings");
      }
      ValueTypes.entity(name, type, value.textValue());
    }
    return Json.text(values);
  }

  private Map<String, String> types(@Nullable String intent) {
    return intent == null ? Map.of() : version.intents().getOrDefault(intent, Map.of());
  }

  private static String error(JsonView answer) {
    JsonView info = answer.optionalObject("errorInfo");
    return info == null ? "" : info.text("errorCode") + " " + info.text("errorMessage");
  }
}
