// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

/** What a participant of a conversation is. */
public enum ParticipantPurpose {
  /** The person in the messenger. */
  CUSTOMER,
  /** An inbound message flow, together with the bot that it calls. */
  WORKFLOW,
  /** A queue in which the conversation waits. */
  ACD,
  /** A person at the agent desk. */
  AGENT,
  /** A program that sends a message without an agent. */
  API
}
