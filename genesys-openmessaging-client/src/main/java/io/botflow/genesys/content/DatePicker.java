// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireInstant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * An offer of times to pick from.
 *
 * @param id tells several pickers apart
 * @param title the title
 * @param subtitle the text under the title
 * @param imageUrl URL of a picture
 * @param dateDisplayFormat the order of day, month and year
 * @param dateMinimum the earliest day
 * @param dateMaximum the latest day
 * @param location where the event takes place
 * @param availableTimes the times on offer
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatePicker(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("title") @Nullable String title,
    @JsonProperty("subtitle") @Nullable String subtitle,
    @JsonProperty("imageUrl") @Nullable String imageUrl,
    @JsonProperty("dateDisplayFormat") @Nullable String dateDisplayFormat,
    @JsonProperty("dateMinimum") @WireInstant @Nullable Instant dateMinimum,
    @JsonProperty("dateMaximum") @WireInstant @Nullable Instant dateMaximum,
    @JsonProperty("location") @Nullable Location location,
    @JsonProperty("availableTimes") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<AvailableTime> availableTimes,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public DatePicker {
    availableTimes = Copies.list(availableTimes);
    extra = Copies.byName(extra);
  }
}
