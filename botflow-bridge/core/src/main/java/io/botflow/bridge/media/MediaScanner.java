// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.io.IOException;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * Looks into each file before anybody gets it, for example by handing its bytes to a virus scanner.
 *
 * <p>It sees the bytes while they are being stored; the file becomes visible only after the scan
 * said that it is clean. A scan that fails with an exception is repeated later with the whole file,
 * by the rules for every failure that may pass. Safe for concurrent use.
 */
@FunctionalInterface
public interface MediaScanner {

  /**
   * Begins the scan of one file.
   *
   * @param fileName its name as the sender gave it, not to be trusted, or null
   * @param mimeType its type as declared, not to be trusted, or null
   * @return the scan
   * @throws IOException if the scanner is not available; the file is tried again later
   */
  Scan begin(@Nullable String fileName, @Nullable String mimeType) throws IOException;

  /** The scan of one file, used by one thread at a time. */
  interface Scan extends AutoCloseable {

    /**
     * Takes the next bytes of the file.
     *
     * @param bytes a buffer that is used again after the call
     * @param offset where the bytes begin
     * @param length how many there are
     * @throws IOException if the scanner failed; the file is tried again later
     */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /**
     * Ends the scan: all bytes were written.
     *
     * @return what was found
     * @throws IOException if the scanner failed; the file is tried again later
     */
    Verdict finish() throws IOException;

    /**
     * Releases what the scan holds, also when it was not finished.
     *
     * @throws IOException if the scanner failed; the file is tried again later
     */
    @Override
    void close() throws IOException;
  }

  /**
   * What a scan found.
   *
   * @param finding the name of what is wrong with the file, shown to operators; null when nothing
   *     is
   */
  record Verdict(@Nullable String finding) {
    /** Nothing was found. */
    public static final Verdict CLEAN = new Verdict(null);

    /**
     * The file must not reach anybody.
     *
     * @param finding the name of what was found, for example {@code Eicar-Signature}
     * @return the verdict
     */
    public static Verdict infected(String finding) {
      return new Verdict(Objects.requireNonNull(finding, "finding"));
    }
  }
}
