// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The promise that the bridge makes, as a check; {@code CheckTest} shows that it can fail. */
final class NothingLost {
  private NothingLost() {}

  /** Everything arrived, once, in the order in which it was sent. */
  static void onceInOrder(List<String> sent, List<String> arrived) {
    List<String> lost = new ArrayList<>(sent);
    lost.removeAll(arrived);
    assertEquals(List.of(), lost, "lost");
    assertEquals(sent, arrived, "repeated or out of order");
  }

  /** Everything arrived, in the order in which it was sent; some of it may have come twice. */
  static void atLeastOnceInOrder(List<String> sent, List<String> arrived) {
    onceInOrder(sent, List.copyOf(new LinkedHashSet<>(arrived)));
  }
}
