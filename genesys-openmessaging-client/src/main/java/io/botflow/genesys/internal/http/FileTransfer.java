// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import io.botflow.genesys.error.ErrorContext;
import io.botflow.genesys.error.UnexpectedResponseException;
import io.botflow.genesys.media.Download;
import io.botflow.genesys.media.DownloadLimits;
import io.botflow.genesys.media.MediaFile;
import java.io.InputStream;
import java.net.URI;
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
import javax.annotation.Nullable;

/**
 * Files to and from addresses that Genesys Cloud hands out. These are other hosts than the API's
 * and carry their own proof in the address: no token is sent to them. Thread-safe.
 */
public final class FileTransfer {
  private static final int MAX_REDIRECTS = 5;

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

  /**
   * Uploads a file.
   *
   * @param address where to
   * @param headers what to send along
   * @param file the file, read while it is sent
   */
  public void put(@Nullable String address, Map<String, String> headers, MediaFile file) {
    String name = "PUT the upload of a file";
    BodyPublisher body =
        file.length() == 0
            ? BodyPublishers.noBody()
            : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(file::open), file.length());
    HttpRequest.Builder request = HttpRequest.newBuilder(checked(address, name)).PUT(body);
    headers.forEach(
        (header, value) -> {
          if (!OWN_HEADERS.contains(header.toLowerCase(Locale.ROOT))) {
            request.header(header, value);
          }
        });
    HttpReply reply = transport.exchange(request, name);
    if (!reply.successful()) {
      throw ErrorReplies.exception(name, reply, clock.instant(), "");
    }
  }

  /**
   * Opens a file.
   *
   * @param address where it is
   * @param limits what it may cost
   * @return the download under way
   */
  public Download open(@Nullable String address, DownloadLimits limits) {
    String name = "GET the download of a file";
    Instant deadline = clock.instant().plus(limits.maxTime());
    URI at = checked(address, name);
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      HttpResponse<InputStream> response =
          transport.open(HttpRequest.newBuilder(at).GET(), name, limits.maxTime());
      if (response.statusCode() / 100 == 2) {
        Duration left = Duration.between(clock.instant(), deadline);
        return new LimitedDownload(response.headers(), response.body(), limits, left);
      }
      HttpReply refused = HttpTransport.drain(response);
      String location = refused.header("Location").orElse(null);
      if (refused.status() / 100 != 3 || location == null) {
        throw ErrorReplies.exception(name, refused, clock.instant(), "");
      }
      at = checked(at.resolve(location).toString(), name);
    }
    throw unexpected(name, "more than " + MAX_REDIRECTS + " redirects");
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
