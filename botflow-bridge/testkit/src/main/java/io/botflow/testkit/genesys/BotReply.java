// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URI;
import javax.annotation.Nullable;

/**
 * One message of a bot's answer.
 *
 * @param text the text, or the fallback of structured content
 * @param structured quick replies, a card or a carousel; null for none
 * @param file a file that the bot offers; null for none
 */
record BotReply(@Nullable String text, @Nullable ArrayNode structured, @Nullable File file) {
  /** A file by its address. */
  record File(URI url, Attachment attachment) {}
}
