// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

/**
 * What a listing of integrations tells in full instead of by its id. Mirrors the query parameter
 * {@code expand}.
 *
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
public enum IntegrationDetail {
  /** The supported content profile. */
  SUPPORTED_CONTENT("supportedContent"),
  /** The messaging setting. */
  MESSAGING_SETTING("messagingSetting"),
  /** How identities are resolved; arrives among the fields that this version does not know. */
  IDENTITY_RESOLUTION("identityresolution");

  private final String wire;

  IntegrationDetail(String wire) {
    this.wire = wire;
  }

  /**
   * The name on the wire.
   *
   * @return the value of {@code expand}
   */
  public String wire() {
    return wire;
  }
}
