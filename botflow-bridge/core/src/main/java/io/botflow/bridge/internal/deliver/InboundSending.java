// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.dialogue.CustomerFiles;
import io.botflow.bridge.internal.translate.ToGenesys;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.StoreUnavailableException;
import io.botflow.connector.message.Media;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.error.BadRequestException;
import io.botflow.genesys.error.UnexpectedResponseException;
import io.botflow.genesys.openmessaging.InboundStructuredResponse;
import io.botflow.genesys.openmessaging.OpenMessaging;
import io.botflow.genesys.openmessaging.SendOptions;
import io.botflow.genesys.openmessaging.SentMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls that bring a customer's message to Genesys Cloud. Thread-safe. */
final class InboundSending {
  private static final SendOptions WITH_CONVERSATION =
      SendOptions.defaults().prefetchConversationId(true);

  private static final Logger log = LoggerFactory.getLogger(InboundSending.class);

  private final GenesysCloud genesys;
  private final CustomerFiles files;

  InboundSending(GenesysCloud genesys, CustomerFiles files) {
    this.genesys = genesys;
    this.files = files;
  }

  /** Sends the answer to a message of Genesys Cloud. */
  Link send(InboundJob job, InboundStructuredResponse answer) {
    Link link = job.link(0, sent(() -> openMessaging(job).sendStructuredResponse(answer)));
    arrived(job, link);
    return link;
  }

  /**
   * Sends what is not done yet, and records each but the last.
   *
   * @return the last one's ids, which are still to be stored; empty when all was done
   */
  Optional<Link> send(InboundJob job, List<ToGenesys.Single> messages, List<String> losses) {
    Link last = null;
    for (int i = job.entry().done().size(); i < messages.size(); i++) {
      if (last != null) {
        job.progress().record(last);
      }
      ToGenesys.Single single = messages.get(i);
      Media file = single.file();
      if (file != null) {
        files.sending(job.customer(), job.key() + "." + i, file);
      }
      last = job.link(i, send(single, openMessaging(job), losses));
      arrived(job, last);
    }
    return Optional.ofNullable(last);
  }

  private OpenMessaging openMessaging(InboundJob job) {
    return genesys.openMessaging(job.route().id());
  }

  /** A file that Genesys Cloud refuses, for its type or size, goes as a link. */
  private static @Nullable SentMessage send(
      ToGenesys.Single single, OpenMessaging openMessaging, List<String> losses) {
    try {
      return sent(() -> openMessaging.send(single.message(), WITH_CONVERSATION));
    } catch (BadRequestException e) {
      if (single.file() == null) {
        throw e;
      }
      SentMessage sent = sent(() -> openMessaging.send(single.withLink(), WITH_CONVERSATION));
      losses.add(single.file().kind() + " sent as a link after: " + e.getMessage());
      return sent;
    }
  }

  /** The message is sent: whatever happens here must not send it again. */
  private void arrived(InboundJob job, Link link) {
    String conversation = link.conversationId();
    if (conversation == null) {
      return;
    }
    try {
      files.arrived(job.customer(), conversation);
    } catch (StoreUnavailableException e) {
      log.warn("bots of conversation {} may not get the customer's files", conversation, e);
    }
  }

  /** Makes a call; null when Genesys Cloud took the message but its answer cannot be read. */
  private static @Nullable SentMessage sent(Supplier<SentMessage> call) {
    try {
      return call.get();
    } catch (UnexpectedResponseException e) {
      if (GenesysOutcomes.taken(e)) {
        log.warn(
            "Genesys Cloud took a message with an answer that cannot be read: {}", e.getMessage());
        return null;
      }
      throw e;
    }
  }
}
