// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * One message between a customer and the other side, in either direction.
 *
 * <p>Immutable. {@link #toString()} shows the id and the kinds of the parts, never their content.
 *
 * @param id the id of the side that wrote the message; unique within its {@code peer}
 * @param peer the customer
 * @param sentAt when it was written
 * @param parts the content in order; at least one
 * @param replyTo the id of the message that this one quotes or answers, if any
 * @param attributes further facts, flat and small, for example {@code entry.ref}
 */
public record Message(
    String id,
    Peer peer,
    Instant sentAt,
    List<Part> parts,
    @Nullable String replyTo,
    Map<String, String> attributes) {

  /** {@inheritDoc} */
  public Message {
    Required.text(id, "id");
    Objects.requireNonNull(peer, "peer");
    Objects.requireNonNull(sentAt, "sentAt");
    parts = List.copyOf(Objects.requireNonNull(parts, "parts"));
    attributes = Map.copyOf(Objects.requireNonNull(attributes, "attributes"));
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts must not be empty");
    }
  }

  /**
   * A message without reply reference and attributes.
   *
   * @param id the id of the side that wrote the message
   * @param peer the customer
   * @param sentAt when it was written
   * @param parts the content in order
   * @return the message
   */
  public static Message of(String id, Peer peer, Instant sentAt, List<Part> parts) {
    return new Message(id, peer, sentAt, parts, null, Map.of());
  }

  /**
   * The same message with other parts, for example with its media stored.
   *
   * @param parts the parts to carry instead
   * @return a copy
   */
  public Message withParts(List<Part> parts) {
    return new Message(id, peer, sentAt, parts, replyTo, attributes);
  }

  /** Shows id, account and kinds only. */
  @Override
  public String toString() {
    return "Message[" + id + ", " + peer + ", " + parts.stream().map(Part::kind).toList() + "]";
  }
}
