// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import io.botflow.bridge.media.RangeHeader.Selection;
import io.botflow.connector.web.ResponseBody;
import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves stored media under the links of {@link MediaLinks}: GET and HEAD, a single byte range,
 * conditional requests.
 *
 * <p>It goes by the end of the path, {@code /media/<token>/<name>}, so that it may be mounted under
 * any prefix; the name in the path is not looked at. A link that is forged, expired or leads
 * nowhere is a bare 404 in each case. Browsers show pictures, sound, video and PDF in place and
 * download the rest; nothing of it can run as a page of this host. Safe for concurrent use.
 */
public final class MediaHandler implements WebHandler {
  private static final Logger log = LoggerFactory.getLogger(MediaHandler.class);

  private static final int BUFFER_BYTES = 16 * 1024;
  private static final String NO_SCRIPTS = "default-src 'none'; style-src 'unsafe-inline'";

  private final MediaStore store;
  private final MediaLinks links;

  private MediaHandler(MediaStore store, MediaLinks links) {
    this.store = Objects.requireNonNull(store, "store");
    this.links = Objects.requireNonNull(links, "links");
  }

  /**
   * Makes the handler.
   *
   * @param store where the files are
   * @param links what signed the links
   * @return the handler
   */
  public static MediaHandler of(MediaStore store, MediaLinks links) {
    return new MediaHandler(store, links);
  }

  @Override
  public WebResponse handle(WebRequest request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return WebResponse.empty(405).withHeader("Allow", "GET, HEAD");
    }
    try {
      Optional<StoredMedia> media = find(request.path());
      return media.isPresent() ? respond(request, media.get()) : WebResponse.empty(404);
    } catch (IOException e) {
      log.warn("The media store cannot be read", e);
      return WebResponse.empty(503).withHeader("Retry-After", "5");
    }
  }

  private Optional<StoredMedia> find(String path) throws IOException {
    int name = path.lastIndexOf('/');
    int token = path.lastIndexOf('/', name - 1);
    if (token < 0 || !path.substring(0, token).endsWith("/media")) {
      return Optional.empty();
    }
    Optional<String> key = links.keyOf(path.substring(token + 1, name));
    return key.isPresent() ? store.find(key.get()) : Optional.empty();
  }

  private WebResponse respond(WebRequest request, StoredMedia media) {
    String etag = "\"" + media.sha256() + "\"";
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", etag);
    headers.put("Cache-Control", "private, max-age=3600");
    headers.put("Accept-Ranges", "bytes");
    if (request.headers("If-None-Match").stream().anyMatch(value -> names(value, etag))) {
      return new WebResponse(304, headers, null);
    }
    boolean ranged =
        request.method().equals("GET")
            && request.header("If-Range").map(value -> value.strip().equals(etag)).orElse(true);
    Selection selection =
        RangeHeader.select(ranged ? request.header("Range").orElse(null) : null, media.sizeBytes());
    if (selection.status() != 200) {
      headers.put("Content-Range", selection.contentRange(media.sizeBytes()));
    }
    if (selection.status() == 416) {
      return new WebResponse(416, headers, null);
    }
    describe(media, headers);
    return new WebResponse(selection.status(), headers, new Body(media.key(), selection));
  }

  private static void describe(StoredMedia media, Map<String, String> headers) {
    String type = MimeTypes.essence(media.mimeType());
    headers.put("Content-Type", type);
    headers.put(
        "Content-Disposition",
        ContentDisposition.of(
            MimeTypes.isShownInline(type), FileNames.safe(media.fileName(), type)));
    headers.put("X-Content-Type-Options", "nosniff");
    // Browsers refuse to show PDF in a sandbox; their viewers run its scripts apart from the host.
    headers.put(
        "Content-Security-Policy",
        type.equals("application/pdf") ? NO_SCRIPTS : NO_SCRIPTS + "; sandbox");
  }

  /** Whether an {@code If-None-Match} value names the tag; weak comparison, as it demands. */
  private static boolean names(String value, String etag) {
    for (String one : value.split(",", -1)) {
      String tag = one.strip();
      if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
        return true;
      }
    }
    return false;
  }

  private final class Body implements ResponseBody {
    private final String key;
    private final Selection selection;

    Body(String key, Selection selection) {
      this.key = key;
      this.selection = selection;
    }

    @Override
    public long length() {
      return selection.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      try (InputStream in = store.open(key, selection.first())) {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (long left = selection.length(); left > 0; ) {
          int n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
          if (n < 0) {
            throw new EOFException("the stored file ended " + left + " bytes early");
          }
          out.write(buffer, 0, n);
          left -= n;
        }
      }
    }
  }
}
