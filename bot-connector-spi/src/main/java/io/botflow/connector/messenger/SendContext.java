// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import io.botflow.connector.message.Media;
import java.io.IOException;
import java.net.URI;
import javax.annotation.Nullable;

/** What an adapter may ask for during one {@link MessengerAdapter#send}. */
public interface SendContext {

  /**
   * The key of what is being sent: equal on each attempt of the same part, different for all else.
   * Adapters pass it on where the messenger recognises repeats.
   *
   * @return letters, digits, {@code -}, {@code _} and {@code :}
   */
  String key();

  /**
   * The messenger's id of the message that this one answers.
   *
   * @return the id, or null
   */
  @Nullable
  String replyTo();

  /**
   * Opens the bytes of a media part, to upload them.
   *
   * @param media the part being sent
   * @return the open content; the caller closes it
   * @throws IOException if the bytes cannot be had
   */
  MediaContent open(Media media) throws IOException;

  /**
   * A URL from which the messenger can fetch a media part for the next hours; it ends in the file's
   * name.
   *
   * @param media the part being sent
   * @return an absolute URL
   */
  URI publicUrl(Media media);
}
