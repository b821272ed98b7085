// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.web.WebRequest;
import java.io.IOException;
import java.util.List;

/**
 * One account at one messenger: verifies and parses what comes in, sends one part at a time out.
 *
 * <p>An adapter keeps no messages, repeats nothing and decides nothing about order: the bridge
 * does. Implementations are safe for concurrent use and may block.
 */
public interface MessengerAdapter extends AutoCloseable {

  /**
   * The kind of messenger, the first part of each {@link Peer} this adapter makes.
   *
   * @return for example {@code telegram}; letters, digits and hyphens
   */
  String messenger();

  /**
   * Our account at the messenger, the second part of each {@link Peer} this adapter makes.
   *
   * @return for example the bot's id; unique within the messenger
   */
  String account();

  /**
   * What the messenger can show, and up to which limits.
   *
   * @return the same capabilities on each call
   */
  Capabilities capabilities();

  /**
   * Whether {@link #receive} can verify anything: an adapter without a webhook secret refuses every
   * webhook.
   *
   * @return true by default
   */
  default boolean receivesWebhooks() {
    return true;
  }

  /**
   * Verifies a webhook over its raw bytes, then parses it. Does no I/O and stores nothing.
   *
   * <p>What is genuine but not understood is no error: it comes back as an update of what is known,
   * or in {@link ReceivedWebhook#ignored()}, so that the messenger does not repeat it for a day.
   *
   * @param request the request as it arrived
   * @return the updates in order, and the response to give once they are stored
   * @throws InvalidSignatureException if the request does not prove that the messenger sent it
   */
  ReceivedWebhook receive(WebRequest request);

  /**
   * Makes one attempt to send one part that is legal for {@link #capabilities()}.
   *
   * <p>Each outcome that the far side can cause is a {@link SendResult}; only programming errors
   * are thrown.
   *
   * @param part what to send
   * @param to the customer; of this adapter's account
   * @param context the attempt's key, reply reference and access to media
   * @return what became of the attempt
   */
  SendResult send(Part part, Peer to, SendContext context);

  /**
   * Makes one attempt to send several media together.
   *
   * <p>Called only with as many as {@link Capabilities#albumSize()} allows, each legal by itself.
   * Either all arrive, or the result is that of the attempt as a whole.
   *
   * @param media what to send, in order
   * @param to the customer; of this adapter's account
   * @param context the attempt's key, reply reference and access to media
   * @return one {@link SendResult.Sent} for each media in order, or a single other result; a single
   *     {@link SendResult.Rejected} with {@link FailureReason#MEDIA} says that these media do not
   *     go together, so that each is tried alone
   */
  default List<SendResult> sendAlbum(List<Media> media, Peer to, SendContext context) {
    return List.of(new SendResult.Rejected(FailureReason.MEDIA, "media do not go together here"));
  }

  /**
   * Shows the customer that someone types. Best effort: quick, and throws nothing. Does nothing by
   * default.
   *
   * @param to the customer; of this adapter's account
   */
  default void showTyping(Peer to) {}

  /**
   * Opens a file that the customer sent.
   *
   * @param source where it is, as this adapter wrote it into an update
   * @return the open content; the caller closes it
   * @throws MediaUnavailableException if the messenger refuses for good, for example because the
   *     file is too large
   * @throws MediaWithheldException if the messenger refuses this file, perhaps only for now
   * @throws IOException if it failed for now
   */
  MediaContent open(MediaSource source) throws IOException;

  /**
   * Tells the messenger, once an update is stored, that it was seen: stops a button's spinner,
   * shows a message as read.
   *
   * <p>Best effort: the bridge calls it before it carries the update, perhaps more than once, and
   * nothing depends on it. So implementations are quick and throw nothing. Does nothing by default.
   *
   * @param update the stored update
   */
  default void acknowledge(Update update) {}

  /** Releases what the adapter holds; calls after it have no defined result. */
  @Override
  void close();
}
