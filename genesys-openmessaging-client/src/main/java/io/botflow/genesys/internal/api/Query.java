// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.annotation.Nullable;

/** The query of a path; what is absent is left out. Immutable. */
public final class Query {
  private static final Query NONE = new Query("");

  private final String text;

  private Query(String text) {
    this.text = text;
  }

  /**
   * An empty query.
   *
   * @return the query
   */
  public static Query none() {
    return NONE;
  }

  /**
   * Adds a parameter.
   *
   * @param name its name, which needs no encoding
   * @param value its value, or null to leave it out
   * @return the longer query
   */
  public Query with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    String encoded = URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    return new Query(
        text + (text.isEmpty() ? "?" : "&") + name + "=" + encoded.replace("+", "%20"));
  }

  /** With its question mark; empty without parameters. */
  @Override
  public String toString() {
    return text;
  }
}
