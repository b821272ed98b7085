// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
 * @param albumId what the messages of one album share, where the messenger sends each picture of an
 *     album by itself; null for a message that stands alone
 */
public record Message(
    String id,
    Peer peer,
    Instant sentAt,
    List<Part> parts,
    @Nullable String replyTo,
    Map<String, String> attributes,
    @Nullable String albumId) {
  /**
   * The attribute under which an adapter gives the parameter of the deep link behind which the
   * customer pressed start; the message's text is that press.
   */
  public static final String ENTRY_REFERENCE = "entry.ref";

  /** The attribute, with the value {@code true}, of a message whose video has a round frame. */
  public static final String ROUND_VIDEO = "video.round";

  /**
   * The attribute under which an adapter gives the words that a message quotes or answers, if the
   * messenger tells them.
   */
  public static final String QUOTED_TEXT = "quote.text";

  /** {@inheritDoc} */
  public Message {
    Required.text(id, "id");
    Objects.requireNonNull(peer, "peer");
    Objects.requireNonNull(sentAt, "sentAt");
    parts = Required.some(parts, "parts");
    attributes = Required.map(attributes, "attributes");
  }

  /**
   * A message that stands alone.
   *
   * @param id the id of the side that wrote the message
   * @param peer the customer
   * @param sentAt when it was written
   * @param parts the content in order
   * @param replyTo the id of the message that this one quotes or answers, if any
   * @param attributes further facts
   */
  public Message(
      String id,
      Peer peer,
      Instant sentAt,
      List<Part> parts,
      @Nullable String replyTo,
      Map<String, String> attributes) {
    this(id, peer, sentAt, parts, replyTo, attributes, null);
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
   * Starts a message.
   *
   * @param id the id of the side that writes the message
   * @param peer the customer
   * @param sentAt when it was written
   * @return a builder
   */
  public static Builder builder(String id, Peer peer, Instant sentAt) {
    return new Builder(id, peer, sentAt);
  }

  /**
   * The same message with other parts, for example with its media stored.
   *
   * @param parts the parts to carry instead
   * @return a copy
   */
  public Message withParts(List<Part> parts) {
    return new Message(id, peer, sentAt, parts, replyTo, attributes, albumId);
  }

  /**
   * The same message with another time.
   *
   * @param time when it was sent
   * @return a copy
   */
  public Message withSentAt(Instant time) {
    return new Message(id, peer, time, parts, replyTo, attributes, albumId);
  }

  /** Shows id, account and kinds only. */
  @Override
  public String toString() {
    return "Message[" + id + ", " + peer + ", " + parts.stream().map(Part::kind).toList() + "]";
  }

  /** Collects a {@link Message}; not thread-safe. */
  public static final class Builder {
    private final String id;
    private final Peer peer;
    private final Instant sentAt;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, String> attributes = new HashMap<>();
    private @Nullable String replyTo;
    private @Nullable String albumId;

    private Builder(String id, Peer peer, Instant sentAt) {
      this.id = Required.text(id, "id");
      this.peer = Objects.requireNonNull(peer, "peer");
      this.sentAt = Objects.requireNonNull(sentAt, "sentAt");
    }

    /**
     * Adds a piece of content.
     *
     * @param part the part
     * @return this builder
     */
    public Builder part(Part part) {
      parts.add(part);
      return this;
    }

    /**
     * Sets the message that this one quotes or answers.
     *
     * @param messageId its id
     * @return this builder
     */
    public Builder replyTo(@Nullable String messageId) {
      this.replyTo = messageId;
      return this;
    }

    /**
     * Adds a further fact.
     *
     * @param name its name, for example {@code entry.ref}
     * @param value its value
     * @return this builder
     */
    public Builder attribute(String name, String value) {
      attributes.put(name, value);
      return this;
    }

    /**
     * Sets the album that it belongs to.
     *
     * @param albumId what the messages of the album share
     * @return this builder
     */
    public Builder albumId(@Nullable String albumId) {
      this.albumId = albumId;
      return this;
    }

    /**
     * Makes the message.
     *
     * @return the message
     * @throws IllegalArgumentException if it has no parts
     */
    public Message build() {
      return new Message(id, peer, sentAt, parts, replyTo, attributes, albumId);
    }
  }
}
