// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.util.HashMap;
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
    parameters = Required.map(parameters, "parameters");
  }

  /**
   * Starts a template.
   *
   * @param body the text with its parameters filled in
   * @return a builder
   */
  public static Builder builder(String body) {
    return new Builder(body);
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

  /** Collects a {@link Template}; not thread-safe. */
  public static final class Builder {
    private final String body;
    private @Nullable String id;
    private @Nullable String language;
    private @Nullable String header;
    private @Nullable String footer;
    private final Map<String, String> parameters = new HashMap<>();

    private Builder(String body) {
      this.body = Objects.requireNonNull(body, "body");
    }

    /**
     * Sets the template's id at its provider.
     *
     * @param value the id
     * @return this builder
     */
    public Builder id(@Nullable String value) {
      this.id = value;
      return this;
    }

    /**
     * Sets the language of the text.
     *
     * @param value for example {@code uk}
     * @return this builder
     */
    public Builder language(@Nullable String value) {
      this.language = value;
      return this;
    }

    /**
     * Sets the text above the body.
     *
     * @param text the text
     * @return this builder
     */
    public Builder header(@Nullable String text) {
      this.header = text;
      return this;
    }

    /**
     * Sets the text below the body.
     *
     * @param text the text
     * @return this builder
     */
    public Builder footer(@Nullable String text) {
      this.footer = text;
      return this;
    }

    /**
     * Adds a parameter.
     *
     * @param name its name
     * @param value what was filled in
     * @return this builder
     */
    public Builder parameter(String name, String value) {
      parameters.put(name, value);
      return this;
    }

    /**
     * Makes the template.
     *
     * @return the template
     */
    public Template build() {
      return new Template(id, language, header, body, footer, parameters);
    }
  }
}
