// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A platform configuration: what an integration does beyond messages. Typing, quick replies and
 * cards are off until one switches them on; quick replies and cards only in the administration's
 * own pages, since the API has no field for them. A change takes effect at once.
 *
 * <p>Mirrors {@code MessagingSetting} and {@code MessagingSettingRequest}.
 *
 * @param id the setting id; left out of a setting to create
 * @param name its name
 * @param event which events pass
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://help.mypurecloud.com/?p=299844">Platform configuration profiles</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessagingSetting(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("event") @Nullable Events event,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public MessagingSetting {
    extra = Copies.byName(extra);
  }

  /**
   * Which events pass.
   *
   * @param typing the typing event
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Events(
      @JsonProperty("typing") @Nullable TypingEvent typing,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public Events {
      extra = Copies.byName(extra);
    }
  }

  /**
   * When the typing event passes.
   *
   * @param on the beginning of typing, which is all there is
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TypingEvent(
      @JsonProperty("on") @Nullable Ways on,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public TypingEvent {
      extra = Copies.byName(extra);
    }
  }

  /**
   * Whether something passes, each way.
   *
   * @param inbound from customers
   * @param outbound to customers
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Ways(
      @JsonProperty("inbound") @Nullable Switch inbound,
      @JsonProperty("outbound") @Nullable Switch outbound,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public Ways {
      extra = Copies.byName(extra);
    }
  }

  /**
   * A setting to create, or to change one to.
   *
   * @param name its name
   * @param inboundTyping whether agents see customers type
   * @param outboundTyping whether customers see agents type
   * @return the setting
   */
  public static MessagingSetting typing(
      String name, boolean inboundTyping, boolean outboundTyping) {
    Ways ways = new Ways(of(inboundTyping), of(outboundTyping), Map.of());
    return new MessagingSetting(
        null, name, new Events(new TypingEvent(ways, Map.of()), Map.of()), Map.of());
  }

  private static Switch of(boolean enabled) {
    return enabled ? Switch.ENABLED : Switch.DISABLED;
  }
}
