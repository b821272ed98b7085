// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Profile;
import java.time.Instant;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * One thing that a messenger tells us: a message came, an earlier one was read, a customer left.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "update")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Update.Received.class, name = "received"),
  @JsonSubTypes.Type(value = Update.Edited.class, name = "edited"),
  @JsonSubTypes.Type(value = Update.Deleted.class, name = "deleted"),
  @JsonSubTypes.Type(value = Update.Reacted.class, name = "reacted"),
  @JsonSubTypes.Type(value = Update.Delivered.class, name = "delivered"),
  @JsonSubTypes.Type(value = Update.Read.class, name = "read"),
  @JsonSubTypes.Type(value = Update.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = Update.Typing.class, name = "typing"),
  @JsonSubTypes.Type(value = Update.Started.class, name = "started"),
  @JsonSubTypes.Type(value = Update.Stopped.class, name = "stopped")
})
public sealed interface Update {

  /**
   * The key by which a repeat of this update is recognised.
   *
   * @return unique within the adapter's account
   */
  String id();

  /**
   * The customer it is about.
   *
   * @return the customer
   */
  Peer peer();

  /**
   * The customer wrote.
   *
   * @param id the key by which a repeat is recognised
   * @param message what they wrote
   * @param sender what the messenger tells of them
   */
  record Received(String id, Message message, @Nullable Profile sender) implements Update {
    /** {@inheritDoc} */
    public Received {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(message, "message");
    }

    @Override
    public Peer peer() {
      return message.peer();
    }
  }

  /**
   * The customer changed an earlier message.
   *
   * @param id the key by which a repeat is recognised
   * @param message the whole new version, with the id of the earlier one
   */
  record Edited(String id, Message message) implements Update {
    /** {@inheritDoc} */
    public Edited {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(message, "message");
    }

    @Override
    public Peer peer() {
      return message.peer();
    }
  }

  /**
   * The customer took an earlier message back.
   *
   * @param id the key by which a repeat is recognised
   * @param peer the customer
   * @param messageId the message taken back
   * @param at when
   */
  record Deleted(String id, Peer peer, String messageId, Instant at) implements Update {
    /** {@inheritDoc} */
    public Deleted {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(peer, "peer");
      Objects.requireNonNull(messageId, "messageId");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * The customer put a reaction on a message, or took it away.
   *
   * @param id the key by which a repeat is recognised
   * @param peer the customer
   * @param messageId the message reacted to
   * @param emoji the reaction, or null when it was taken away
   * @param at when
   */
  record Reacted(String id, Peer peer, String messageId, @Nullable String emoji, Instant at)
      implements Update {
    /** {@inheritDoc} */
    public Reacted {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(peer, "peer");
      Objects.requireNonNull(messageId, "messageId");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * A message of ours reached the customer.
   *
   * @param id the key by which a repeat is recognised
   * @param peer the customer
   * @param messageId our message
   * @param at when
   */
  record Delivered(String id, Peer peer, String messageId, Instant at) implements Update {
    /** {@inheritDoc} */
    public Delivered {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(peer, "peer");
      Objects.requireNonNull(messageId, "messageId");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * The customer saw a message of ours.
   *
   * @param id the key by which a repeat is recognised
   * @param peer the customer
   * @param messageId our message
   * @param at when
   */
  record Read(String id, Peer peer, String messageId, Instant at) implements Update {
    /** {@inheritDoc} */
    public Read {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(peer, "peer");
      Objects.requireNonNull(messageId, "messageId");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * A message of ours that was taken did not reach the customer.
   *
   * @param id the key by which a repeat is recognised
   * @param peer the customer
   * @param messageId our message
   * @param reason why
   * @param detail the messenger's words
   * @param at when
   */
  record Failed(
      String id, Peer peer, String messageId, FailureReason reason, String detail, Instant at)
      implements Update {
    /** {@inheritDoc} */
    public Failed {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(peer, "peer");
      Objects.requireNonNull(messageId, "messageId");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(detail, "detail");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * The customer is typing.
   *
   * @param id the key by which a repeat is recognised
   * @param peer the customer
   * @param at when
   */
  record Typing(String id, Peer peer, Instant at) implements Update {
    /** {@inheritDoc} */
    public Typing {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(peer, "peer");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * The customer opened the conversation, before or without writing.
   *
   * @param id the key by which a repeat is recognised
   * @param peer the customer
   * @param sender what the messenger tells of them
   * @param reference where they came from, for example a deep link's parameter
   * @param at when
   */
  record Started(
      String id, Peer peer, @Nullable Profile sender, @Nullable String reference, Instant at)
      implements Update {
    /** {@inheritDoc} */
    public Started {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(peer, "peer");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * The customer blocked us or unsubscribed.
   *
   * @param id the key by which a repeat is recognised
   * @param peer the customer
   * @param at when
   */
  record Stopped(String id, Peer peer, Instant at) implements Update {
    /** {@inheritDoc} */
    public Stopped {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(peer, "peer");
      Objects.requireNonNull(at, "at");
    }
  }
}
