// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.connector.message.Media;
import io.botflow.connector.message.MessageJson;

/**
 * What identifies a file of a message everywhere and for good, so that whoever comes to it first
 * fetches it and all others find it.
 */
public final class FileKeys {
  private FileKeys() {}

  /**
   * The key of a customer's file.
   *
   * @param route the route's id
   * @param messageKey what identifies the message on its route
   * @param file the file, known by where it is, since a message may be reshaped on its way
   * @return the key
   */
  public static String inbound(String route, String messageKey, Media file) {
    return "in|" + route + "|" + messageKey + "|" + MessageJson.write(file.source());
  }

  /**
   * The key of a file on its way to a customer.
   *
   * @param route the route's id
   * @param messageId the message's id in Genesys Cloud
   * @param place its place in the message
   * @return the key
   */
  public static String outbound(String route, String messageId, String place) {
    return "out|" + route + "|" + messageId + "|" + place;
  }
}
