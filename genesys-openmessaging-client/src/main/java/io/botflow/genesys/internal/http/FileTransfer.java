// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import io.botflow.genesys.error.ErrorContext;
import io.botflow.genesys.error.UnexpectedResponseException;
import io.botflow.genesys.media.DownloadLimits;
import io.botflow.genesys.media.MediaFile;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.annotation.Nullable;

/**
 * Files to and from addresses that Genesys Cloud hands out. These are other hosts than the API's
 * and carry their own proof in the address: no token is sent to them, unless the caller hands one
 * over for the deprecated upload. Makes each step once. Thread-safe.
 */
public final class FileTransfer {
  /** How errors and listeners call an upload; its address is a proof by itself. */
  public static final String PUT = "PUT the upload of a file";

  /** How they call an upload in the deprecated way. */
  public static final String POST = "POST the upload of a file";

  /** How they call a download. */
  public static final String GET = "GET the download of a file";

  private static final int MAX_REDIRECTS = 5;
  private static final Duration MOMENT = Duration.ofMillis(1);

  /** Set by the HTTP client itself; it refuses them from elsewhere. */
  private static final Set<String> OWN_HEADERS =
      Set.of("host", "content-length", "connection", "expect", "upgrade");

  private final HttpTransport transport;
  private final Clock clock;
  private final boolean plainAllowed;

  /**
   * Creates a transfer.
   *
   * @param transport sends the requests
   * @param clock the time of the caller
   * @param apiUri the API host; when that one is plain http, as a simulator's is, files may be too
   */
  public FileTransfer(HttpTransport transport, Clock clock, URI apiUri) {
    this.transport = transport;
    this.clock = clock;
    this.plainAllowed = "http".equalsIgnoreCase(apiUri.getScheme());
  }

  /** A step that succeeded. */
  public interface Done {
    /**
     * How the far side answered.
     *
     * @return the HTTP status
     */
    int status();
  }

  /**
   * Uploads a file to a place that proves itself.
   *
   * @param address where to
   * @param headers what to send along
   * @param file the file, read while it is sent
   * @return the answer
   */
  public Done put(@Nullable String address, Map<String, String> headers, MediaFile file) {
    HttpRequest.Builder request = HttpRequest.newBuilder(checked(address, PUT)).PUT(bytes(file));
    headers.forEach(
        (header, value) -> {
          if (!OWN_HEADERS.contains(header.toLowerCase(Locale.ROOT))) {
            request.header(header, value);
          }
        });
    return uploaded(request, PUT, "");
  }

  /**
   * Uploads a file as the field {@code file} of a form.
   *
   * @param address where to
   * @param token what to prove oneself with, null for nothing
   * @param file the file, read while it is sent
   * @return the answer
   */
  public Done post(@Nullable String address, @Nullable String token, MediaFile file) {
    String boundary = "----" + UUID.randomUUID();
    String type = URLConnection.guessContentTypeFromName(file.name());
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(boundary, file.name())
            + "Content-Type: %s\r\n\r\n"
                .formatted(type == null ? "application/octet-stream" : type);
    // The parts are read on one thread, the file's too: with one that ends on a thread of its own,
    // the JDK's concatenation can lose what was asked for, and waits for ever.
    BodyPublisher form =
        new ReadAside(
            BodyPublishers.concat(
                BodyPublishers.ofString(head),
                source(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(checked(address, POST))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(form);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return uploaded(request, POST, token == null ? "" : token);
  }

  private static BodyPublisher bytes(MediaFile file) {
    return file.length() == 0 ? BodyPublishers.noBody() : new ReadAside(source(file));
  }

  private static BodyPublisher source(MediaFile file) {
    return file.length() == 0
        ? BodyPublishers.noBody()
        : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(file::open), file.length());
  }

  private Done uploaded(HttpRequest.Builder request, String name, String secret) {
    HttpReply reply = transport.exchange(request, name);
    if (!reply.successful()) {
      throw ErrorReplies.exception(name, reply, clock.instant(), secret);
    }
    return reply::status;
  }

  /**
   * Opens a file.
   *
   * @param address where it is
   * @param limits what it may cost
   * @param deadline when its time is over
   * @return the download under way
   */
  public LimitedDownload open(@Nullable String address, DownloadLimits limits, Instant deadline) {
    URI at = checked(address, GET);
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      HttpResponse<InputStream> response =
          transport.open(HttpRequest.newBuilder(at).GET(), GET, left(deadline));
      if (response.statusCode() / 100 == 2) {
        return new LimitedDownload(response, limits, left(deadline));
      }
      HttpReply refused = HttpTransport.drain(response);
      String location = refused.header("Location").orElse(null);
      if (refused.status() / 100 != 3 || location == null) {
        throw ErrorReplies.exception(GET, refused, clock.instant(), "");
      }
      at = checked(at.resolve(location).toString(), GET);
    }
    throw unexpected(GET, "more than " + MAX_REDIRECTS + " redirects");
  }

  /** At least a moment: what is late then ends with a timeout like everything that is late. */
  private Duration left(Instant deadline) {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.compareTo(MOMENT) < 0 ? MOMENT : left;
  }

  private URI checked(@Nullable String address, String name) {
    try {
      URI uri = URI.create(address == null ? "" : address);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme())
              || (plainAllowed && "http".equalsIgnoreCase(uri.getScheme()));
      if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw unexpected(name, "the address is not a URL");
    }
    throw unexpected(name, "the address is not an https URL");
  }

  private static UnexpectedResponseException unexpected(String name, String detail) {
    return new UnexpectedResponseException(ErrorContext.withoutResponse(name, detail), null);
  }
}
