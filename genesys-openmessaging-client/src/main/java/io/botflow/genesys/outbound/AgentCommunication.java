// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.outbound;

import io.botflow.genesys.conversations.MessageData;
import io.botflow.genesys.media.MediaFile;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * An agent's line in a conversation, with the agent's token. Thread-safe.
 *
 * <pre>{@code
 * AgentCommunication line =
 *     genesys.actingAs(AccessTokenProvider.fixed(agentToken)).outbound().communication(c, l);
 * line.send(AgentMessage.media(List.of(line.upload(MediaFile.of(Path.of("offer.pdf"))))));
 * }</pre>
 *
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/outboundMessages">Outbound
 *     messages</a>
 */
public interface AgentCommunication {

  /**
   * Sends a message.
   *
   * @param message a text, files, or a prepared response
   * @return the message as the conversation has it
   */
  MessageData send(AgentMessage message);

  /**
   * Shows the customer that the agent is typing, if the integration's platform configuration allows
   * it.
   *
   * @param duration for how long the sign holds; written in milliseconds
   */
  void typing(Duration duration);

  /**
   * Uploads a file, in two steps: asks for a place, and sends the bytes there. The file may be
   * examined for a while after that: see {@link #media(String)}. Both steps are repeated where that
   * is safe: the second only if the file can be read again.
   *
   * @param file the file, read while it is sent
   * @return the media id for {@link AgentMessage#media}
   */
  String upload(MediaFile file);

  /**
   * Uploads a file in the way that is deprecated since April 2025: asks for a place, and posts the
   * bytes there as a form. For organisations that cannot use {@link #upload} yet; nothing in this
   * library uses it unasked. Proves itself by {@link UploadProof#ADDRESS}.
   *
   * @param file the file, read while it is sent
   * @return the media id for {@link AgentMessage#media}
   */
  default String uploadDeprecated(MediaFile file) {
    return uploadDeprecated(file, UploadProof.ADDRESS);
  }

  /**
   * Uploads a file in the way that is deprecated since April 2025.
   *
   * @param file the file, read while it is sent
   * @param proof whether the token goes to the host of uploads
   * @return the media id for {@link AgentMessage#media}
   * @throws io.botflow.genesys.error.UnexpectedResponseException if the token was to go along and
   *     the place is not at that host; nothing was sent to it
   */
  String uploadDeprecated(MediaFile file, UploadProof proof);

  /**
   * Asks for a place to upload to in the way that is deprecated since April 2025, and leaves the
   * rest to the caller. Most want {@link #uploadDeprecated(MediaFile)}.
   *
   * @return the place: its media id and {@code uploadUrl}
   */
  UploadedMedia prepareDeprecatedUpload();

  /**
   * Reads how an upload fares.
   *
   * @param mediaId its id
   * @return the file with its status
   */
  UploadedMedia media(String mediaId);

  /**
   * Lists the uploads of this line in one state. Pages are read as the stream is.
   *
   * @param status the state
   * @return the files, lazily; read by one thread
   */
  Stream<UploadedMedia> media(MediaStatus status);
}
