// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import java.util.List;

/**
 * An outcome that a bot may end with; Architect gives each an output path of its own.
 *
 * @param name the name; 1 to 100 characters
 * @param slots the values that come with it; at most 50
 */
public record Intent(String name, List<Slot> slots) {

  /** {@inheritDoc} */
  public Intent {
    Limits.name(name, "intent name");
    slots = Limits.unique(slots, Slot::name, 0, "slots");
  }

  /**
   * An intent with its slots.
   *
   * @param name the name
   * @param slots the values that come with it
   * @return the intent
   */
  public static Intent of(String name, Slot... slots) {
    return new Intent(name, List.of(slots));
  }
}
