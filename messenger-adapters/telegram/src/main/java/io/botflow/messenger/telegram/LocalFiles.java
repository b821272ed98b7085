// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.MediaUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The files of a <a href="https://core.telegram.org/bots/api#using-a-local-bot-api-server">local
 * Bot API server</a>, which with {@code --local} names absolute paths. Nothing outside its folder
 * is opened, whatever the server says.
 */
final class LocalFiles {
  private final Path folder;

  LocalFiles(Path folder) {
    this.folder = folder;
  }

  static boolean isOnDisk(String path) {
    return path.startsWith("/") || path.matches("[A-Za-z]:[\\\\/].*");
  }

  /** Opens a file; exceptions name no path, since the bot's token is part of it. */
  MediaContent open(String path) throws IOException {
    Path file;
    try {
      file = Path.of(path).toRealPath();
      if (!file.startsWith(folder.toRealPath()) || !Files.isRegularFile(file)) {
        throw new MediaUnavailableException("getFile: the path is no file below localFiles");
      }
    } catch (InvalidPathException e) {
      throw new MediaUnavailableException("getFile: the path is none of this system's");
    } catch (MediaUnavailableException e) {
      throw e;
    } catch (IOException e) {
      throw unreadable(e);
    }
    try {
      Path name = file.getFileName();
      long size = Files.size(file);
      return MediaContent.of(
          Files.newInputStream(file), null, name == null ? null : name.toString(), size);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static IOException unreadable(IOException e) {
    return new IOException("the local file could not be read: " + e.getClass().getSimpleName());
  }
}
