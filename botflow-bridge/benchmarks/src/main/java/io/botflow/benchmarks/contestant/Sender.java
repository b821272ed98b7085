// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.contestant;

/** Sends the sample message; safe for many threads. */
public interface Sender {

  /**
   * Builds the message, sends it, reads the answer.
   *
   * @param number makes the message's id
   * @return the id in the answer
   * @throws Exception if the message was not accepted
   */
  String send(long number) throws Exception;
}
