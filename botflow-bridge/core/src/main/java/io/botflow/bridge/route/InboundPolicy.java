// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.route;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the bridge makes of things for which Open Messaging has no word. Immutable.
 *
 * <pre>{@code
 * InboundPolicy policy =
 *     InboundPolicy.DEFAULT.with(InboundKind.REACTION, InboundPolicy.Carriage.DROP);
 * }</pre>
 */
public final class InboundPolicy {

  /** How one kind is carried. */
  public enum Carriage {
    /** As a message, in the form that comes nearest. */
    SEND,
    /**
     * As a short sign that it happened, with the raw values in the metadata. Of a quote, only the
     * metadata.
     */
    NOTE,
    /** Not at all; the entry lists it. */
    DROP
  }

  /**
   * Everything is sent but for these: quotes and deletions are noted; starts and stops dropped,
   * since a message would open a conversation that nobody has asked for.
   */
  public static final InboundPolicy DEFAULT = new InboundPolicy(defaults(), 1_900, true);

  private static final int LEAST_BYTES = 100;
  private static final int MOST_BYTES = 100_000;

  private final Map<InboundKind, Carriage> carriages;
  private final int metadataBytes;
  private final boolean typedChoices;

  private InboundPolicy(
      Map<InboundKind, Carriage> carriages, int metadataBytes, boolean typedChoices) {
    this.carriages = carriages;
    this.metadataBytes = metadataBytes;
    this.typedChoices = typedChoices;
  }

  private static Map<InboundKind, Carriage> defaults() {
    Map<InboundKind, Carriage> carriages = new EnumMap<>(InboundKind.class);
    for (InboundKind kind : InboundKind.values()) {
      carriages.put(kind, Carriage.SEND);
    }
    carriages.put(InboundKind.QUOTE, Carriage.NOTE);
    carriages.put(InboundKind.DELETION, Carriage.NOTE);
    carriages.put(InboundKind.START, Carriage.DROP);
    carriages.put(InboundKind.STOP, Carriage.DROP);
    return carriages;
  }

  /**
   * How a kind is carried.
   *
   * @param kind the kind
   * @return how
   */
  public Carriage of(InboundKind kind) {
    return Objects.requireNonNull(carriages.get(kind));
  }

  /**
   * The same policy with another carriage for one kind.
   *
   * @param kind the kind
   * @param carriage how it is carried
   * @return the policy
   */
  public InboundPolicy with(InboundKind kind, Carriage carriage) {
    Map<InboundKind, Carriage> changed = new EnumMap<>(carriages);
    changed.put(Objects.requireNonNull(kind, "kind"), Objects.requireNonNull(carriage, "carriage"));
    return new InboundPolicy(changed, metadataBytes, typedChoices);
  }

  /**
   * How much metadata a message may have.
   *
   * @return names and values together, in bytes of UTF-8
   */
  public int metadataBytes() {
    return metadataBytes;
  }

  /**
   * The same policy with another limit for metadata. Genesys publishes none for Open Messaging;
   * what goes beyond is left out and listed.
   *
   * @param bytes names and values together, in bytes of UTF-8; 100 to 100,000, 1,900 by default
   * @return the policy
   * @throws IllegalArgumentException if the number is out of this range
   */
  public InboundPolicy metadataBytes(int bytes) {
    if (bytes < LEAST_BYTES || bytes > MOST_BYTES) {
      throw new IllegalArgumentException("metadataBytes must be 100 to 100,000, was " + bytes);
    }
    return new InboundPolicy(carriages, bytes, typedChoices);
  }

  /**
   * Whether a typed word or number counts as a press of the button that says it.
   *
   * @return true when it does
   */
  public boolean typedChoices() {
    return typedChoices;
  }

  /**
   * The same policy, with or without choices by typing. The words of a button count for a day after
   * it was offered, its number only if the customer read numbers, in the last message that offered
   * anything.
   *
   * @param allowed true by default
   * @return the policy
   */
  public InboundPolicy typedChoices(boolean allowed) {
    return new InboundPolicy(carriages, metadataBytes, allowed);
  }

  /** Shows how each kind is carried. */
  @Override
  public String toString() {
    return "InboundPolicy["
        + carriages
        + ", metadataBytes="
        + metadataBytes
        + ", typedChoices="
        + typedChoices
        + "]";
  }
}
