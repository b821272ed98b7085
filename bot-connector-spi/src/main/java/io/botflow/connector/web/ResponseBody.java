// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.web;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The body of a {@link WebResponse}, written straight to the connection so that a large file needs
 * no memory.
 *
 * <p>A body is written at most once.
 */
public interface ResponseBody {

  /**
   * The exact number of bytes that {@link #writeTo} writes.
   *
   * @return the length in bytes, 0 or more
   */
  long length();

  /**
   * Writes the whole body; the stream stays open.
   *
   * @param out where to write
   * @throws IOException if reading the content or writing to the connection fails
   */
  void writeTo(OutputStream out) throws IOException;
}
