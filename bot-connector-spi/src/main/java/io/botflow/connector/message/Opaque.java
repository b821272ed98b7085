// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.util.Objects;
import javax.annotation.Nullable;

/**
 * Something this library does not know, with a text that can stand for it.
 *
 * @param type the sender's own name of the type, for example {@code dice}
 * @param substitute the text to show instead
 * @param raw the sender's JSON, if it is worth keeping
 */
public record Opaque(String type, String substitute, @Nullable String raw) implements Part {

  /** {@inheritDoc} */
  public Opaque {
    Required.text(type, "type");
    Objects.requireNonNull(substitute, "substitute");
  }

  /**
   * Something of which only a text is worth keeping.
   *
   * @param type the sender's own name of the type
   * @param substitute the text to show instead
   * @return the part
   */
  public static Opaque of(String type, String substitute) {
    return new Opaque(type, substitute, null);
  }

  @Override
  public PartKind kind() {
    return PartKind.OPAQUE;
  }

  @Override
  public <R> R accept(PartVisitor<R> visitor) {
    return visitor.visit(this);
  }

  /** Shows the kind, never the content. */
  @Override
  public String toString() {
    return "Opaque[***]";
  }
}
