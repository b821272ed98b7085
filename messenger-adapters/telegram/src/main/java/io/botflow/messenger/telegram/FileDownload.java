// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.MediaUnavailableException;
import io.botflow.connector.messenger.MediaWithheldException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Opens files that customers sent: <a href="https://core.telegram.org/bots/api#getfile">getFile</a>
 * gives a path that is good for an hour, and the path gives the bytes.
 */
final class FileDownload {
  private final BotApi api;
  private final long maxBytes;
  private final @Nullable LocalFiles local;

  /**
   * Makes the opener.
   *
   * @param maxBytes the largest file that Telegram gives
   * @param local the files of a server next door, if it hands over paths on disk
   */
  FileDownload(BotApi api, long maxBytes, @Nullable LocalFiles local) {
    this.api = api;
    this.maxBytes = maxBytes;
    this.local = local;
  }

  MediaContent open(String fileId) throws IOException {
    ApiAnswer answer = api.call("getFile", Json.object().put("file_id", fileId));
    if (answer.fromTelegram() && answer.code() == 400) {
      if (mayPass(answer)) {
        throw new MediaWithheldException(answer.detail());
      }
      throw new MediaUnavailableException(
          answer.detail() + (answer.says("file is too big") ? limit() : ""));
    }
    WireObject file = WireObject.of(answer.result());
    Long size = file.number("file_size");
    if (size != null) {
      checkSize(size);
    }
    String path = file.name("file_path");
    if (path == null) {
      throw new MediaUnavailableException("getFile: Telegram offers no path to the file");
    }
    if (LocalFiles.isOnDisk(path)) {
      return onDisk(path);
    }
    List<String> segments = segments(path);
    return content(api.download(encoded(segments)), segments.get(segments.size() - 1), size);
  }

  private MediaContent onDisk(String path) throws IOException {
    if (local == null) {
      throw new MediaUnavailableException(
          "getFile: the Bot API server runs with --local and names a path on its disk; set"
              + " localFiles on TelegramAdapter.builder");
    }
    return local.open(path);
  }

  /** Telegram has one sentence for a wrong id and for a passing fault; trying again loses less. */
  private static boolean mayPass(ApiAnswer answer) {
    return answer.says("wrong file_id or the file is temporarily unavailable");
  }

  private MediaContent content(
      HttpResponse<InputStream> response, String fileName, @Nullable Long told) throws IOException {
    InputStream body = response.body();
    try {
      if (response.statusCode() != 200) {
        throw refused(response.statusCode());
      }
      long size =
          response.headers().firstValueAsLong("Content-Length").orElse(told == null ? -1 : told);
      checkSize(size);
      return MediaContent.of(new Limited(body), mimeType(response), fileName, size);
    } catch (IOException | RuntimeException e) {
      body.close();
      throw e;
    }
  }

  /** A wrong token and a limit meet all files; the rest is said of this one. */
  private static IOException refused(int status) {
    String words = "file download: HTTP " + status;
    return status == 401 || status == 429
        ? new IOException(words)
        : new MediaWithheldException(words);
  }

  /** What the server names the file, where that says more than "bytes". */
  private static @Nullable String mimeType(HttpResponse<?> response) {
    String header = response.headers().firstValue("Content-Type").orElse("");
    int parameters = header.indexOf(';');
    String type = (parameters < 0 ? header : header.substring(0, parameters)).strip();
    return type.isEmpty() || type.equalsIgnoreCase("application/octet-stream") ? null : type;
  }

  private void checkSize(long size) throws MediaUnavailableException {
    if (size > maxBytes) {
      throw new MediaUnavailableException("the file has " + size + " bytes" + limit());
    }
  }

  private String limit() {
    return "; Telegram gives bots files up to " + maxBytes / (1024 * 1024) + " MB";
  }

  /** The path's segments, once it is certain that they stay below the bot's files. */
  private static List<String> segments(String path) throws MediaUnavailableException {
    List<String> segments = List.of(path.split("/", -1));
    for (String segment : segments) {
      if (segment.isBlank() || segment.equals(".") || segment.equals("..")) {
        throw new MediaUnavailableException("getFile: the path is not one below the bot's files");
      }
    }
    return segments;
  }

  /** All but letters, digits and {@code -._~} percent-encoded, so that nothing has a meaning. */
  private static String encoded(List<String> segments) {
    List<String> encoded = new ArrayList<>();
    for (String segment : segments) {
      StringBuilder text = new StringBuilder();
      for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
        char c = (char) (b & 0xff);
        boolean plain =
            (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "-._~".indexOf(c) >= 0;
        text.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
      }
      encoded.add(text.toString());
    }
    return String.join("/", encoded);
  }

  /** Ends with an exception where a file goes on beyond the limit, whatever was said before. */
  private final class Limited extends InputStream {
    private final InputStream in;
    private long count;

    Limited(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = in.read(target, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int bytes) throws MediaUnavailableException {
      count += bytes;
      checkSize(count);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
