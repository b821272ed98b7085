// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.rest;

import java.util.Objects;
import java.util.Set;
import javax.annotation.Nullable;

/**
 * Whoever an access token was issued to.
 *
 * @param clientId the OAuth client
 * @param userName the user on whose behalf it calls; null for a client of its own right
 * @param permissions what it may do; null for everything
 */
public record Caller(
    String clientId, @Nullable String userName, @Nullable Set<String> permissions) {

  /** Copies the permissions. */
  public Caller {
    Objects.requireNonNull(clientId, "clientId");
    permissions = permissions == null ? null : Set.copyOf(permissions);
  }

  boolean has(String permission) {
    return permissions == null || permissions.contains(permission);
  }
}
