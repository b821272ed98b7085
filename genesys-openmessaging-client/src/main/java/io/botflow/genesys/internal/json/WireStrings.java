// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.json;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * Marks a flat map of strings: left out when empty. A value that is not a string is read as its
 * text, an object or array as its JSON; a null is skipped.
 */
@JacksonAnnotationsInside
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonDeserialize(using = WireStrings.Reader.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface WireStrings {

  /** Reads any JSON object as a map of strings. */
  final class Reader extends StdDeserializer<Map<String, String>> {
    /** For Jackson. */
    public Reader() {
      super(Map.class);
    }

    @Override
    @Nullable
    public Map<String, String> deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      if (!in.isExpectedStartObjectToken()) {
        context.reportInputMismatch(this, "expected an object of strings");
        return null;
      }
      Map<String, String> strings = new LinkedHashMap<>();
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        String text = in.nextTextValue();
        if (text != null) {
          strings.put(name, text);
          continue;
        }
        JsonNode value = context.readTree(in);
        if (value.isNull()) {
          strings.remove(name);
        } else {
          strings.put(name, value.isValueNode() ? value.asText() : value.toString());
        }
      }
      return strings;
    }
  }
}
