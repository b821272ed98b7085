// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.annotation.Nullable;

/**
 * A conversation on the screen of an agent.
 *
 * <p>Whatever the agent does needs {@link #accept()} first, and fails with {@code
 * IllegalStateException} when the agent is no longer connected. Thread-safe.
 */
public final class AgentConversation {
  private static final int MAX_TEXT = 2000;

  private final String agent;
  private final Conversation conversation;
  private final AgentDesk desk;
  private final Set<String> seen = new HashSet<>();
  private @Nullable Participant participant;

  AgentConversation(String agent, Conversation conversation, AgentDesk desk) {
    this.agent = agent;
    this.conversation = conversation;
    this.desk = desk;
  }

  /**
   * The conversation's id.
   *
   * @return a dashed UUID
   */
  public String conversationId() {
    return conversation.id();
  }

  /**
   * Takes the conversation; the queue leaves it and the agent is connected.
   *
   * @return this conversation
   */
  public AgentConversation accept() {
    desk.ledger()
        .run(
            () -> {
              if (participant != null) {
                throw new IllegalStateException("already accepted");
              }
              participant = desk.routing().accept(conversation, agent);
            });
    return this;
  }

  /**
   * The agent's line in the conversation, which the calls of the API name.
   *
   * @return the communication's dashed UUID
   * @throws IllegalStateException before {@link #accept()}
   */
  public String communicationId() {
    return desk.ledger()
        .read(
            () -> {
              Participant me = participant;
              if (me == null) {
                throw new IllegalStateException("accept the conversation first");
              }
              return me.communicationId();
            });
  }

  /**
   * What has been said so far, from the first message, by everybody.
   *
   * @return a snapshot
   */
  public List<MessageRecord> transcript() {
    return desk.ledger().read(() -> conversation.snapshot().messages());
  }

  /**
   * Waits for a message of the customer, also one written before the agent came. Each message is
   * returned once; one with an attachment only when its file is there, dropped, or failed.
   *
   * @param condition what the message must satisfy
   * @param timeout how long to wait at most
   * @return the oldest such message that was not returned before
   * @throws AwaitTimeoutException if none comes in time
   */
  public MessageRecord awaitMessage(Predicate<MessageRecord> condition, Duration timeout) {
    return desk.ledger()
        .await(
            () -> unseen(condition),
            timeout,
            () -> "the customer wrote no such message in conversation " + conversation.id());
  }

  private Optional<MessageRecord> unseen(Predicate<MessageRecord> condition) {
    return desk.ledger()
        .read(
            () ->
                transcript().stream()
                    .filter(MessageRecord::fromCustomer)
                    .filter(message -> !seen.contains(message.id()))
                    .filter(AgentConversation::settled)
                    .filter(condition)
                    .findFirst()
                    .filter(message -> seen.add(message.id())));
  }

  private static boolean settled(MessageRecord message) {
    AttachmentRecord attachment = message.attachment();
    return attachment == null || attachment.state() != AttachmentRecord.State.FETCHING;
  }

  /**
   * Sends a text to the customer.
   *
   * @param text at most 2000 characters
   * @return the message as recorded; its webhook follows
   * @throws IllegalArgumentException if the text is longer, or empty
   */
  public MessageRecord sendText(String text) {
    Objects.requireNonNull(text, "text");
    if (text.isEmpty() || text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "text must have 1 to " + MAX_TEXT + " characters, has " + text.length());
    }
    return act(me -> desk.outbound().text(conversation, me, text).snapshot());
  }

  /**
   * Sends a file to the customer. When the supported content profile or the size forbids it, it is
   * recorded as {@link MessageStatus#NOT_SENT} and no webhook follows.
   *
   * @param name the file's name
   * @param mime its media type
   * @param bytes its content; copied
   * @return the message as recorded
   */
  public MessageRecord sendFile(String name, String mime, byte[] bytes) {
    Attachment attachment = Attachment.ofFile(name, mime, bytes);
    byte[] copy = attachment.snapshot().bytes();
    return act(me -> desk.outbound().file(conversation, me, null, attachment, copy).snapshot());
  }

  /** Types; a webhook follows when the integration lets outbound typing pass. */
  public void typing() {
    act(
        me -> {
          desk.outbound().typing(conversation, me);
          return me;
        });
  }

  /**
   * Hands the conversation to another queue and leaves it.
   *
   * @param queue the queue's name
   */
  public void transfer(String queue) {
    Objects.requireNonNull(queue, "queue");
    act(
        me -> {
          desk.routing().toQueue(conversation, me, queue);
          return me;
        });
  }

  /** Ends the conversation; no webhook tells the integration, as on the platform. */
  public void disconnect() {
    act(
        me -> {
          desk.routing().end(conversation, me, "client");
          return me;
        });
  }

  private <T> T act(Function<Participant, T> action) {
    return desk.ledger()
        .call(
            () -> {
              Participant me = participant;
              if (me == null) {
                throw new IllegalStateException("accept the conversation first");
              }
              if (!me.connected()) {
                throw new IllegalStateException(
                    "agent " + agent + " is no longer connected to " + conversation.id());
              }
              return action.apply(me);
            });
  }
}
