// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.util.Objects;

/** What a message flow does when the bot has returned an intent or has failed. */
public sealed interface FlowOutcome {

  /**
   * Puts the conversation into a queue.
   *
   * @param queue the queue's name
   */
  record TransferToQueue(String queue) implements FlowOutcome {
    /** {@inheritDoc} */
    public TransferToQueue {
      Objects.requireNonNull(queue, "queue");
    }
  }

  /**
   * Puts the conversation into the queue that the bot named.
   *
   * @param output the name of the output parameter, or of the slot or entity, that holds the
   *     queue's name; a parameter wins
   * @param fallback the queue when the bot named none
   */
  record TransferToQueueFrom(String output, String fallback) implements FlowOutcome {
    /** {@inheritDoc} */
    public TransferToQueueFrom {
      Objects.requireNonNull(output, "output");
      Objects.requireNonNull(fallback, "fallback");
    }
  }

  /** Ends the conversation. */
  record Disconnect() implements FlowOutcome {}

  /**
   * Waits for the customer's next message and enters the bot action again, in a new bot session.
   */
  record CallAgain() implements FlowOutcome {}

  /**
   * Puts the conversation into a queue.
   *
   * @param queue the queue's name
   * @return the outcome
   */
  static FlowOutcome transferToQueue(String queue) {
    return new TransferToQueue(queue);
  }

  /**
   * Puts the conversation into the queue that the bot named.
   *
   * @param output the output parameter, slot or entity that holds the queue's name
   * @param fallback the queue when the bot named none
   * @return the outcome
   */
  static FlowOutcome transferToQueueFrom(String output, String fallback) {
    return new TransferToQueueFrom(output, fallback);
  }

  /**
   * Ends the conversation.
   *
   * @return the outcome
   */
  static FlowOutcome disconnect() {
    return new Disconnect();
  }

  /**
   * Enters the bot action again with the customer's next message.
   *
   * @return the outcome
   */
  static FlowOutcome callAgain() {
    return new CallAgain();
  }
}
