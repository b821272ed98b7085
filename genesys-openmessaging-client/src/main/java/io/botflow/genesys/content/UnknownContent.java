// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * An element that this version has no type for, or that does not fit its type.
 *
 * @param json the element as it came; written back unchanged
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonDeserialize(using = JsonDeserializer.None.class)
public record UnknownContent(@JsonValue JsonNode json) implements Content {

  @Override
  public String contentType() {
    return json.path("contentType").asText("");
  }

  @Override
  public <R> R accept(ContentVisitor<R> visitor) {
    return visitor.other(this);
  }
}
