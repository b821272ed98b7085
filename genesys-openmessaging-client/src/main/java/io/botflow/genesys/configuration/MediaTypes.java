// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * Which media are let through. Nothing allowed blocks everything.
 *
 * <p>Mirrors {@code MediaTypes}.
 *
 * @param allow what is let through, each way
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://help.mypurecloud.com/articles/supported-content-profiles/">Supported
 *     content profiles</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaTypes(
    @JsonProperty("allow") @Nullable Access allow,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public MediaTypes {
    extra = Copies.byName(extra);
  }

  /**
   * What is let through each way.
   *
   * @param inbound from customers; another type is dropped from its message
   * @param outbound to customers; a message with another type is not sent
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Access(
      @JsonProperty("inbound") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Pattern> inbound,
      @JsonProperty("outbound") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Pattern> outbound,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public Access {
      inbound = Copies.list(inbound);
      outbound = Copies.list(outbound);
      extra = Copies.byName(extra);
    }
  }

  /**
   * A MIME type, or a range of them.
   *
   * @param type for example {@code image/jpeg}, {@code image/*}, or a star on both sides
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Pattern(
      @JsonProperty("type") @Nullable String type,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public Pattern {
      extra = Copies.byName(extra);
    }
  }

  /**
   * Types to let through.
   *
   * @param inbound from customers
   * @param outbound to customers
   * @return the types
   */
  public static MediaTypes allow(List<String> inbound, List<String> outbound) {
    return new MediaTypes(new Access(patterns(inbound), patterns(outbound), Map.of()), Map.of());
  }

  private static List<Pattern> patterns(List<String> types) {
    return types.stream().map(type -> new Pattern(type, Map.of())).toList();
  }
}
