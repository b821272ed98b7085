// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import java.io.IOException;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Reads an {@link Opaque}, and a part of a kind that only a later version knows as one: after a
 * downgrade a store still holds what that version wrote.
 */
final class OpaqueReader extends JsonDeserializer<Opaque> {
  private static final String KIND = "part";
  private static final List<String> TEXTS = List.of("text", "caption", "title", "substitute");

  @Override
  public Opaque deserialize(JsonParser in, DeserializationContext context) throws IOException {
    JsonNode json = context.readTree(in);
    String kind = json.path(KIND).asText("opaque");
    try {
      return kind.equals("opaque") ? known(json) : unknown(kind, json);
    } catch (RuntimeException e) {
      throw context.instantiationException(Opaque.class, e);
    }
  }

  private static Opaque known(JsonNode json) {
    String substitute = text(json, "substitute");
    return new Opaque(
        Required.text(text(json, "type"), "type"),
        Required.present(substitute, "substitute"),
        text(json, "raw"));
  }

  private static Opaque unknown(String kind, JsonNode json) {
    String substitute =
        TEXTS.stream()
            .map(field -> json.path(field).asText())
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse("[" + kind + "]");
    return new Opaque(kind, substitute, json.toString());
  }

  private static @Nullable String text(JsonNode json, String field) {
    JsonNode value = json.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }

  /** Sends parts of unknown kinds to this reader. */
  static final class UnknownKinds extends DeserializationProblemHandler {
    @Override
    public @Nullable JavaType handleUnknownTypeId(
        DeserializationContext context,
        JavaType baseType,
        String kind,
        TypeIdResolver resolver,
        String problem) {
      return baseType.hasRawClass(Part.class) ? context.constructType(Opaque.class) : null;
    }
  }
}
