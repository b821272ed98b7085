// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A version of a bot, with the intents it can end with.
 *
 * <p>Mirrors {@code BotConnectorBotVersion} of the API.
 *
 * @param version up to 100 characters
 * @param supportedLanguages language tags such as {@code en-us}, in lower case
 * @param intents up to 50 intents
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectorBotVersion(
    @JsonProperty("version") @Nullable String version,
    @JsonProperty("supportedLanguages") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> supportedLanguages,
    @JsonProperty("intents") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BotIntent> intents,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public ConnectorBotVersion {
    supportedLanguages = Copies.list(supportedLanguages);
    intents = Copies.list(intents);
    extra = Copies.byName(extra);
  }

  /**
   * A version.
   *
   * @param version up to 100 characters
   * @param supportedLanguages language tags; written in lower case
   * @param intents up to 50 intents
   * @return the version
   * @throws InvalidFieldException if something is missing or too long
   */
  public static ConnectorBotVersion of(
      String version, List<String> supportedLanguages, List<BotIntent> intents) {
    Fields.name(version, 100, "versions.version");
    Fields.size(supportedLanguages, 1, Integer.MAX_VALUE, "versions.supportedLanguages");
    Fields.size(intents, 0, 50, "versions.intents");
    List<String> languages =
        supportedLanguages.stream().map(language -> language.toLowerCase(Locale.ROOT)).toList();
    return new ConnectorBotVersion(version, languages, intents, Map.of());
  }
}
