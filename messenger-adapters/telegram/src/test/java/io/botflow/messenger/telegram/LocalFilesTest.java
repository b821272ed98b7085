// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.MediaLimit;
import io.botflow.connector.messenger.MediaUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files of a Bot API server next door that runs with {@code --local}. */
class LocalFilesTest {
  @RegisterExtension final BotServer telegram = new BotServer();

  @TempDir Path disk;

  @Test
  void aFileIsReadFromTheDiskHoweverLarge() throws Exception {
    Path folder = Files.createDirectories(disk.resolve("server").resolve(BotServer.TOKEN));
    Path file = Files.write(folder.resolve("Рахунок.pdf"), new byte[] {1, 2, 3});
    told(file, 30_000_000);
    try (MediaContent content = open(disk.resolve("server"))) {
      assertArrayEquals(new byte[] {1, 2, 3}, content.stream().readAllBytes());
      assertEquals("Рахунок.pdf", content.fileName());
      assertEquals(3, content.sizeBytes().orElse(-1));
    }
  }

  @Test
  void nothingOutsideTheFolderIsOpened() throws Exception {
    Path folder = Files.createDirectories(disk.resolve("server"));
    Path secret = Files.writeString(disk.resolve("secret"), "s");
    Path link = Files.createSymbolicLink(folder.resolve("link"), secret);
    for (Path path : new Path[] {secret, link, folder.resolve("../secret"), folder}) {
      told(path, 1);
      assertThrows(MediaUnavailableException.class, () -> open(folder));
    }
  }

  @Test
  void aMissingFileMayComeLaterAndItsPathIsNotTold() {
    told(disk.resolve(BotServer.TOKEN).resolve("x"), 1);
    IOException e = assertThrows(IOException.class, () -> open(disk));
    assertFalse(e instanceof MediaUnavailableException);
    assertFalse(String.valueOf(e.getMessage()).contains(BotServer.SECRET_PART));
  }

  @Test
  void withoutTheSettingThePathOnDiskIsRefusedWithTheRemedy() {
    told(disk.resolve("x"), 1);
    MediaUnavailableException e =
        assertThrows(
            MediaUnavailableException.class,
            () -> telegram.adapter().open(new MediaSource.MessengerFile("id")));
    assertTrue(String.valueOf(e.getMessage()).contains("localFiles"));
  }

  @Test
  void suchAServerTakesLargerFiles() {
    Capabilities cloud = telegram.adapter().capabilities();
    Capabilities local = telegram.builder().localFiles(disk).build().capabilities();
    assertTrue(allows(local, 1_999_999_999L));
    assertFalse(allows(cloud, 1_999_999_999L));
    assertTrue(allows(cloud, 50_000_000L));
    assertFalse(allows(cloud, 50_000_001L));
  }

  private static boolean allows(Capabilities capabilities, long size) {
    MediaLimit limit = capabilities.media(PartKind.FILE);
    return limit != null && limit.allows("application/zip", size);
  }

  private void told(Path path, long size) {
    telegram.answer(
        200,
        "{\"ok\":true,\"result\":{\"file_id\":\"id\",\"file_size\":%d,\"file_path\":\"%s\"}}"
            .formatted(size, path));
  }

  private MediaContent open(Path folder) throws IOException {
    return telegram.builder().localFiles(folder).build().open(new MediaSource.MessengerFile("id"));
  }
}
