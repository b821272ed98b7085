// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.message.Part;
import java.util.List;
import java.util.Objects;

/**
 * Parts as one messenger can show them, with everything that changed on the way.
 *
 * @param parts the parts to send, in order; empty when nothing visible was to be said
 * @param losses what changed, in the order of the original parts; empty when nothing did
 */
public record Rendered(List<Part> parts, List<Loss> losses) {

  /** {@inheritDoc} */
  public Rendered {
    parts = List.copyOf(Objects.requireNonNull(parts, "parts"));
    losses = List.copyOf(Objects.requireNonNull(losses, "losses"));
  }
}
