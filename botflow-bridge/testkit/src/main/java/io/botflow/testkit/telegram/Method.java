// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.util.ArrayList;
import java.util.List;

/**
 * One method of the Bot API: its name, the parameters it reads, and what it does.
 *
 * @param required without which Telegram refuses the call
 * @param optional the others that the simulator looks at; Telegram has more, which change nothing
 *     here
 */
record Method(String name, List<String> required, List<String> optional, Body body) {

  List<String> parameters() {
    List<String> all = new ArrayList<>(required);
    all.addAll(optional);
    return List.copyOf(all);
  }

  /** The work of a method. */
  @FunctionalInterface
  interface Body {
    /**
     * Executes the call.
     *
     * @throws ApiError when Telegram would refuse it
     */
    Answer call(Call call) throws InterruptedException;
  }
}
