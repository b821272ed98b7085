// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.route;

import java.util.List;
import java.util.Objects;

/**
 * An Open Messaging integration of Genesys Cloud, as the bridge needs to know it.
 *
 * @param id the integration's id
 * @param webhookSecrets the signature secret tokens of its webhooks, each longer than 15
 *     characters; more than one while a secret is being changed
 */
public record Integration(String id, List<String> webhookSecrets) {

  /** {@inheritDoc} */
  public Integration {
    Objects.requireNonNull(id, "integration id");
    webhookSecrets = List.copyOf(Objects.requireNonNull(webhookSecrets, "webhookSecrets"));
    if (!id.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException(
          "integration id must have letters, digits, dots, hyphens and underscores only");
    }
    if (webhookSecrets.isEmpty()) {
      throw new IllegalArgumentException(
          "webhookSecrets must not be empty: webhooks would be refused");
    }
  }

  /**
   * An integration with one secret.
   *
   * @param id the integration's id
   * @param webhookSecret the signature secret token of its webhooks
   * @return the integration
   */
  public static Integration of(String id, String webhookSecret) {
    return new Integration(id, List.of(webhookSecret));
  }

  /** Shows the id; the secrets stay hidden. */
  @Override
  public String toString() {
    return "Integration[" + id + ", ***]";
  }
}
