// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import io.botflow.testkit.http.MultipartForm;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import javax.annotation.Nullable;

/** Where a sent file comes from: the request itself, a file Telegram has, or a URL it fetches. */
final class MediaSources {
  private static final int MEGABYTE = 1 << 20;
  private static final int MAX_UPLOAD = 50 * MEGABYTE;
  private static final int MAX_PHOTO_UPLOAD = 10 * MEGABYTE;
  private static final int MAX_FETCH = 20 * MEGABYTE;
  private static final int MAX_PHOTO_FETCH = 5 * MEGABYTE;
  private static final int MAX_PHOTO_EDGES = 10_000;
  private static final int MAX_PHOTO_RATIO = 20;
  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(20);
  private static final Set<String> DOCUMENTS_BY_URL =
      Set.of("application/pdf", "application/zip", "image/gif");

  private final FileVault files;
  private final HttpClient http;
  private final boolean anyDocumentByUrl;
  private final boolean checkPhotos;

  MediaSources(FileVault files, HttpClient http, boolean anyDocumentByUrl, boolean checkPhotos) {
    this.files = files;
    this.http = http;
    this.anyDocumentByUrl = anyDocumentByUrl;
    this.checkPhotos = checkPhotos;
  }

  /**
   * The file of one parameter.
   *
   * @param kind {@code photo}, {@code document}…
   * @param source the parameter's text, which an upload of the same name overrides
   * @throws ApiError what Telegram would say
   */
  TelegramFile resolve(Call call, String kind, String parameter, String source)
      throws InterruptedException {
    MultipartForm.Part upload = call.upload(parameter);
    if (upload != null) {
      return uploaded(kind, upload);
    }
    if (source.isBlank()) {
      throw ApiError.badRequest("there is no " + kind + " in the request");
    }
    if (source.startsWith("attach://")) {
      MultipartForm.Part attached = call.upload(source.substring("attach://".length()));
      if (attached == null) {
        throw ApiError.badRequest("there is no " + kind + " in the request");
      }
      return uploaded(kind, attached);
    }
    if (source.matches("(?is)https?://.*")) {
      return fetched(kind, source);
    }
    return files
        .byId(source)
        .orElseThrow(() -> ApiError.badRequest("wrong file identifier/HTTP URL specified"));
  }

  private TelegramFile uploaded(String kind, MultipartForm.Part part) {
    byte[] bytes = part.bytes();
    if (bytes.length == 0) {
      throw ApiError.badRequest("file must be non-empty");
    }
    if (bytes.length > MAX_UPLOAD) {
      throw ApiError.of(413, "Request Entity Too Large");
    }
    String name = part.fileName().orElse(null);
    return keep(kind, name, part.contentType().orElse(null), bytes);
  }

  private TelegramFile fetched(String kind, String url) throws InterruptedException {
    int limit = kind.equals("photo") ? MAX_PHOTO_FETCH : MAX_FETCH;
    HttpResponse<InputStream> response;
    byte[] bytes;
    URI uri;
    try {
      uri = URI.create(url);
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(FETCH_TIMEOUT).build();
      response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        bytes = in.readNBytes(limit + 1);
      }
    } catch (IllegalArgumentException e) {
      throw ApiError.badRequest("wrong HTTP URL specified");
    } catch (IOException e) {
      throw ApiError.badRequest("failed to get HTTP URL content");
    }
    if (response.statusCode() != 200 || bytes.length == 0 || bytes.length > limit) {
      throw ApiError.badRequest("failed to get HTTP URL content");
    }
    String path = uri.getPath() == null ? "" : uri.getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    String declared = response.headers().firstValue("Content-Type").orElse(null);
    checkFetched(kind, MediaTypes.of(declared, name, bytes));
    return keep(kind, name.isEmpty() ? null : name, declared, bytes);
  }

  private void checkFetched(String kind, String type) {
    boolean photo = kind.equals("photo") && type.startsWith("image/");
    boolean document =
        kind.equals("document") && (anyDocumentByUrl || DOCUMENTS_BY_URL.contains(type));
    boolean other = !kind.equals("photo") && !kind.equals("document") && !type.startsWith("text/");
    if (!photo && !document && !other) {
      throw ApiError.badRequest("wrong type of the web page content");
    }
  }

  private TelegramFile keep(
      String kind, @Nullable String name, @Nullable String declared, byte[] bytes) {
    if (kind.equals("photo")) {
      checkPhoto(bytes);
    }
    return files.keep(kind, name, MediaTypes.of(declared, name, bytes), bytes);
  }

  private void checkPhoto(byte[] bytes) {
    if (bytes.length > MAX_PHOTO_UPLOAD) {
      throw ApiError.badRequest(
          "file of size %d bytes is too big for a photo; the maximum size is %d bytes"
              .formatted(bytes.length, MAX_PHOTO_UPLOAD));
    }
    if (!checkPhotos) {
      return;
    }
    ImageSize size = ImageSize.of(bytes);
    if (size == null || size.width() <= 0 || size.height() <= 0) {
      throw ApiError.badRequest("IMAGE_PROCESS_FAILED");
    }
    int longer = Math.max(size.width(), size.height());
    int shorter = Math.min(size.width(), size.height());
    if (size.width() + size.height() > MAX_PHOTO_EDGES || longer > MAX_PHOTO_RATIO * shorter) {
      throw ApiError.badRequest("PHOTO_INVALID_DIMENSIONS");
    }
  }
}
