// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * The person or integration at one end of a message, as Genesys Cloud describes it.
 *
 * @param id the id
 * @param idType what the id looks like
 * @param nickname the display name, read in either spelling of the field
 * @param firstName the first name
 * @param lastName the last name
 * @param image URL of a picture
 * @param email the e-mail address
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recipient(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("idType") @Nullable IdType idType,
    @JsonProperty("nickname") @JsonAlias("nickName") @Nullable String nickname,
    @JsonProperty("firstName") @Nullable String firstName,
    @JsonProperty("lastName") @Nullable String lastName,
    @JsonProperty("image") @Nullable String image,
    @JsonProperty("email") @Nullable String email,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public Recipient {
    extra = Copies.byName(extra);
  }
}
