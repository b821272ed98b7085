// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import io.botflow.connector.messenger.MediaContent;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets a scanner see each file while another store reads it.
 *
 * <p>The verdict is asked for where the stream ends. A file that is found infected thus breaks off
 * before its end, and every store forgets what breaks off. The size is withheld from the store, so
 * that it cannot stop reading before the verdict.
 */
final class ScanningMediaStore implements MediaStore {
  private final MediaStore store;
  private final MediaScanner scanner;

  ScanningMediaStore(MediaStore store, MediaScanner scanner) {
    this.store = store;
    this.scanner = Objects.requireNonNull(scanner, "scanner");
  }

  @Override
  public StoredMedia put(String key, MediaContent content, long maxBytes) throws IOException {
    if (content.sizeBytes().orElse(0) > maxBytes) {
      throw new MediaTooLargeException(maxBytes);
    }
    try (MediaScanner.Scan scan = begin(content)) {
      ScannedStream scanned = new ScannedStream(content.stream(), scan);
      StoredMedia media =
          store.put(
              key, MediaContent.of(scanned, content.mimeType(), content.fileName(), -1), maxBytes);
      if (!scanned.ended) {
        throw new IllegalStateException(
            "the media store keeps a file that it has not read to its end: it cannot be scanned");
      }
      return media;
    }
  }

  private MediaScanner.Scan begin(MediaContent content) throws IOException {
    try {
      return scanner.begin(content.fileName(), content.mimeType());
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private static IOException failed(RuntimeException cause) {
    return new IOException("the virus scan failed: " + cause.getClass().getSimpleName(), cause);
  }

  @Override
  public Optional<StoredMedia> find(String key) throws IOException {
    return store.find(key);
  }

  @Override
  public InputStream open(String key, long offset) throws IOException {
    return store.open(key, offset);
  }

  @Override
  public int removeOlderThan(Duration age) throws IOException {
    return store.removeOlderThan(age);
  }

  private static final class ScannedStream extends FilterInputStream {
    private final MediaScanner.Scan scan;
    private boolean ended;

    ScannedStream(InputStream in, MediaScanner.Scan scan) {
      super(in);
      this.scan = scan;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = ended ? -1 : in.read(buffer, offset, length);
      try {
        if (n > 0) {
          scan.write(buffer, offset, n);
        } else if (n < 0 && !ended) {
          String finding = scan.finish().finding();
          if (finding != null) {
            throw new MediaInfectedException(finding);
          }
          ended = true;
        }
      } catch (RuntimeException e) {
        throw failed(e);
      }
      return n;
    }

    /** Skipped bytes are scanned too. */
    @Override
    public long skip(long n) throws IOException {
      return readNBytes((int) Math.min(Math.max(n, 0), 8192)).length;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    /** The content belongs to whoever opened it. */
    @Override
    public void close() {}
  }
}
