// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

/**
 * How a message is to be sent. Immutable; each method gives a changed copy.
 *
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/inboundMessages">Inbound
 *     messages</a>
 */
public final class SendOptions {
  private static final SendOptions DEFAULTS = new SendOptions(false);

  private final boolean prefetchConversationId;

  private SendOptions(boolean prefetchConversationId) {
    this.prefetchConversationId = prefetchConversationId;
  }

  /**
   * What Genesys Cloud does when it is told nothing.
   *
   * @return the defaults: no conversation id
   */
  public static SendOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Asks for the conversation id in the answer.
   *
   * @param prefetch whether {@link SentMessage#conversationId()} is wanted
   * @return changed options
   */
  public SendOptions prefetchConversationId(boolean prefetch) {
    return new SendOptions(prefetch);
  }

  /**
   * Whether the conversation id is asked for.
   *
   * @return true if so
   */
  public boolean prefetchConversationId() {
    return prefetchConversationId;
  }
}
