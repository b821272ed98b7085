// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.util.Map;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * A prepared text with parameters, as Genesys Cloud sends canned responses.
 *
 * @param id the template's id at its provider
 * @param language the language of the text
 * @param header the text above the body
 * @param body the text with its parameters filled in
 * @param footer the text below the body
 * @param parameters the parameters by name
 */
public record Template(
    @Nullable String id,
    @Nullable String language,
    @Nullable String header,
    String body,
    @Nullable String footer,
    Map<String, String> parameters)
    implements Part {

  /** {@inheritDoc} */
  public Template {
    Objects.requireNonNull(body, "body");
    parameters = Map.copyOf(Objects.requireNonNull(parameters, "parameters"));
  }

  @Override
  public PartKind kind() {
    return PartKind.TEMPLATE;
  }

  @Override
  public <R> R accept(PartVisitor<R> visitor) {
    return visitor.visit(this);
  }

  /** Shows the kind, never the content. */
  @Override
  public String toString() {
    return "Template[***]";
  }
}
