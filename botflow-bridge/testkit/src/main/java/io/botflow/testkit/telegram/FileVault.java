// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.annotation.Nullable;

/** The files of all chats by {@code file_id}, and which download links are open. */
final class FileVault {
  private static final Map<String, String> FOLDERS =
      Map.of(
          "photo", "photos",
          "video", "videos",
          "animation", "animations",
          "audio", "music",
          "voice", "voice",
          "video_note", "video_notes",
          "sticker", "stickers");

  private static final Map<String, String> EXTENSIONS =
      Map.of("photo", ".jpg", "voice", ".oga", "sticker", ".webp", "video_note", ".mp4");

  private final Clock clock;
  private final Duration linkLifetime;
  private final long botId;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<String, TelegramFile> files = new ConcurrentHashMap<>();
  private final Map<String, Link> links = new ConcurrentHashMap<>();

  FileVault(Clock clock, Duration linkLifetime, long botId) {
    this.clock = clock;
    this.linkLifetime = linkLifetime;
    this.botId = botId;
  }

  TelegramFile keep(String kind, @Nullable String fileName, String mimeType, byte[] bytes) {
    long number = numbers.incrementAndGet();
    String extension = EXTENSIONS.get(kind);
    if (extension == null) {
      String given = MediaTypes.extension(fileName);
      extension = given.isEmpty() ? "" : "." + given;
    }
    // The id is opaque to bots but stable, so that two runs of one test look alike.
    String id = "BQACAgIA" + digest(botId + ":" + number, 40);
    String unique = "AgAD" + digest(bytes, 12);
    String path = FOLDERS.getOrDefault(kind, "documents") + "/file_" + number + extension;
    TelegramFile file = new TelegramFile(id, unique, path, fileName, mimeType, bytes);
    files.put(id, file);
    return file;
  }

  Optional<TelegramFile> byId(String id) {
    return Optional.ofNullable(files.get(id));
  }

  /** Opens the download link of a file, as {@code getFile} does, or prolongs it. */
  void openLink(TelegramFile file) {
    links.put(file.path(), new Link(file, clock.instant().plus(linkLifetime)));
  }

  /** The file behind a link that {@code getFile} opened and that has not run out. */
  Optional<TelegramFile> byPath(String path) {
    Link link = links.get(path);
    return link == null || link.until().isBefore(clock.instant())
        ? Optional.empty()
        : Optional.of(link.file());
  }

  private static String digest(String text, int length) {
    return digest(text.getBytes(StandardCharsets.UTF_8), length);
  }

  private static String digest(byte[] bytes, int length) {
    try {
      byte[] sha = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sha).substring(0, length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private record Link(TelegramFile file, Instant until) {}
}
