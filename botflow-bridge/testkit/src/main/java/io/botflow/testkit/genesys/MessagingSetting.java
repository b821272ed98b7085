// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

/**
 * What a messaging setting (a platform configuration profile) says. Open messaging heeds typing
 * alone; stories belong to other channels and are only kept.
 *
 * @param typingInbound whether the agent sees the customer typing
 * @param typingOutbound whether an agent's typing causes a webhook
 * @param storyMentions whether mentions in stories come in
 * @param storyReplies whether replies to stories come in
 */
record MessagingSetting(
    boolean typingInbound, boolean typingOutbound, boolean storyMentions, boolean storyReplies) {
  static final MessagingSetting ALL_OFF = new MessagingSetting(false, false, false, false);

  static MessagingSetting typing(boolean inbound, boolean outbound) {
    return new MessagingSetting(inbound, outbound, false, false);
  }
}
