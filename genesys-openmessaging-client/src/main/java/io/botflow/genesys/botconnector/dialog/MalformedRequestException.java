// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.dialog;

/**
 * A document of the Bot Connector protocol that cannot be read. Names the field at fault when there
 * is one; holds nothing of the document itself.
 */
public final class MalformedRequestException extends RuntimeException {
  /**
   * Creates the exception.
   *
   * @param problem what is wrong, without the document
   */
  public MalformedRequestException(String problem) {
    super(problem);
  }
}
