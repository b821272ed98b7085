// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.rest;

import java.util.List;

/** The permissions that a call needs: all of them, or any one. */
public final class Permission {
  private final boolean all;
  private final List<String> names;

  private Permission(boolean all, String... names) {
    this.all = all;
    this.names = List.of(names);
  }

  /** A call that each authenticated caller may make. */
  public static Permission none() {
    return new Permission(true);
  }

  /** A call that needs each of these. */
  public static Permission all(String... names) {
    return new Permission(true, names);
  }

  /** A call that needs one of these. */
  public static Permission any(String... names) {
    return new Permission(false, names);
  }

  void require(Caller caller) throws ApiError {
    List<String> missing = names.stream().filter(name -> !caller.has(name)).toList();
    if (all ? !missing.isEmpty() : missing.size() == names.size()) {
      throw ApiError.missingPermissions(all, missing);
    }
  }
}
