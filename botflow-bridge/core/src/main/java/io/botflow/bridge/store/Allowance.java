// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

/**
 * How many lanes may be claimed at once for each target, so that a far side that is away, slow or
 * limited holds up its own lanes and no others.
 *
 * <p>It is asked while the store works: it answers at once and never calls the store.
 */
@FunctionalInterface
public interface Allowance {

  /**
   * How many more lanes of a target may be claimed.
   *
   * @param target where the lanes lead, as in {@link NewEntry#target()}
   * @return the number; zero or less for none
   */
  int lanes(String target);

  /**
   * As many lanes of each target as there are.
   *
   * @return the allowance
   */
  static Allowance unlimited() {
    return target -> Integer.MAX_VALUE;
  }
}
