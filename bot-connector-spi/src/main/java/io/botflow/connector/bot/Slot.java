// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import java.util.Objects;

/**
 * A named and typed value that comes with an intent; Bot Connector v2 calls it an entity.
 *
 * @param name the name; 1 to 100 characters
 * @param type its type
 * @param collection true when it holds a list of such values
 */
public record Slot(String name, Slot.Type type, boolean collection) {

  /** The types of Bot Connector; each also exists as a collection. */
  public enum Type {
    /** A text of at most 32,000 characters. */
    STRING("String"),
    /** A whole number of at most 15 digits. */
    INTEGER("Integer"),
    /** A number of at most 40 digits. */
    DECIMAL("Decimal"),
    /** A time span without years and months. */
    DURATION("Duration"),
    /** True or false. */
    BOOLEAN("Boolean"),
    /** An amount of money with its ISO 4217 code. */
    CURRENCY("Currency"),
    /** A point in time between the years 1800 and 2200. */
    DATETIME("Datetime");

    private final String wireName;

    Type(String wireName) {
      this.wireName = wireName;
    }
  }

  /** {@inheritDoc} */
  public Slot {
    Limits.name(name, "slot name");
    Objects.requireNonNull(type, "type");
  }

  /**
   * A slot with one value.
   *
   * @param name the name
   * @param type its type
   * @return the slot
   */
  public static Slot of(String name, Type type) {
    return new Slot(name, type, false);
  }

  /**
   * The type as Bot Connector spells it.
   *
   * @return for example {@code String} or {@code CurrencyCollection}
   */
  public String wireType() {
    return collection ? type.wireName + "Collection" : type.wireName;
  }
}
