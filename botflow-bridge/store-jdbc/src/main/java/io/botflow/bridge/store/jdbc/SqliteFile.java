// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * An SQLite file that belongs to this store alone as long as it holds the lock next to it.
 *
 * <p>The operating system drops the lock when the process dies, so whoever gets it knows that no
 * claim in the file is still worked on.
 */
final class SqliteFile implements Sessions, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SqliteFile.class);

  /** How long a lock of someone who looks into the file is waited for. */
  private static final int BUSY_MILLIS = 750;

  private final Path path;
  private final FileChannel lock;

  private SqliteFile(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Locks the file for this process; the file itself need not exist. */
  static SqliteFile lock(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    if (absolute.toString().indexOf('?') >= 0) {
      throw new IllegalArgumentException("path must not contain '?': " + absolute);
    }
    Path directory = absolute.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new StoreUnavailableException(
          "The directory of " + absolute + " does not exist: create it");
    }
    Path lockFile = directory.resolve(absolute.getFileName() + ".lock");
    FileChannel channel = null;
    try {
      channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel) != null) {
        return new SqliteFile(absolute, channel);
      }
      channel.close();
    } catch (IOException e) {
      closeQuietly(channel);
      throw new StoreUnavailableException(
          "Cannot lock " + lockFile + ": is its directory writable? (" + e + ")", e);
    }
    throw new StoreUnavailableException(
        absolute + " is in use by another process, or a second time by this one");
  }

  /** Opens a connection to the file. */
  @Override
  public Session open() throws SQLException {
    Session session = new Session(new SQLiteConfig().createConnection("jdbc:sqlite:" + path));
    try {
      session.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
      String mode =
          session.first("PRAGMA journal_mode = WAL", row -> row.getString(1)).orElse("unknown");
      if (!mode.equals("wal")) {
        throw new SQLException("the file system does not carry a write-ahead log, only " + mode);
      }
      // Blanked payloads shall not linger in the pages they were in.
      session.execute("PRAGMA secure_delete = FAST");
      return session;
    } catch (SQLException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** Gives the lock up. The lock file stays: removing it could hit the lock of the next process. */
  @Override
  public void close() {
    closeQuietly(lock);
  }

  @Override
  public String toString() {
    return path.toString();
  }

  @Nullable
  private static FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      log.warn("Cannot close the lock file of the store: {}", e.toString());
    }
  }
}
