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
 * Addresses that a service of Genesys Cloud calls from or answers at.
 *
 * @param cidr the addresses, for example {@code 192.0.2.0/24}
 * @param service the service, for example {@code bot-connector}
 * @param region the AWS region
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IpRange(
    @JsonProperty("cidr") @Nullable String cidr,
    @JsonProperty("service") @Nullable String service,
    @JsonProperty("region") @Nullable String region,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public IpRange {
    extra = Copies.byName(extra);
  }
}
