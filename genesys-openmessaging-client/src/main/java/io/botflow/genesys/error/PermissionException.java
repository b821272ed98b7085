// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.error;

import java.util.List;

/**
 * The credentials are valid but lack a permission (403). Give the OAuth client a role that holds
 * {@link #missingPermissions()} in the right division.
 */
public final class PermissionException extends GenesysException {
  private final List<String> missingPermissions;

  /**
   * Creates the exception.
   *
   * @param context what is known about the call
   * @param missingPermissions the permissions that the far side named
   */
  public PermissionException(ErrorContext context, List<String> missingPermissions) {
    super(context, null);
    this.missingPermissions = List.copyOf(missingPermissions);
  }

  /**
   * The permissions that are missing, for example {@code conversation:message:receive}.
   *
   * @return the permissions, empty when none was named
   */
  public List<String> missingPermissions() {
    return missingPermissions;
  }
}
