// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.Caller;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.RateLimiter;
import io.botflow.testkit.genesys.internal.rest.Routes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * The platform's front: tokens, the rate limit, the correlation id, and the record of each call;
 * the routes answer the rest.
 */
final class ApiHandler implements WebHandler {
  private final ConcurrentLinkedQueue<RequestRecord> log = new ConcurrentLinkedQueue<>();
  private final Clock clock;
  private final String correlationHeader;
  private final Tokens tokens;
  private final RateLimiter limiter;
  private final DownloadEndpoint downloads;
  private final UploadTarget uploads;
  private final Routes routes;

  ApiHandler(
      Settings settings,
      Tokens tokens,
      DownloadEndpoint downloads,
      UploadTarget uploads,
      Routes routes) {
    this.clock = settings.clock();
    this.correlationHeader = settings.correlationHeader();
    this.limiter = new RateLimiter(clock, settings.requestsPerMinute());
    this.tokens = tokens;
    this.downloads = downloads;
    this.uploads = uploads;
    this.routes = routes;
  }

  List<RequestRecord> requests() {
    return List.copyOf(log);
  }

  @Override
  public WebResponse handle(WebRequest request) {
    String correlationId = Ids.uuid();
    WebResponse response;
    try {
      response = route(request, correlationId);
    } catch (InvalidBodyException invalid) {
      response = ApiError.of(invalid).response(correlationId);
    } catch (ApiError error) {
      response = error.response(correlationId);
    }
    String path = request.path();
    log.add(
        new RequestRecord(
            clock.instant(),
            request.method(),
            withoutToken(path),
            response.status(),
            correlationId));
    return response.withHeader(correlationHeader, correlationId);
  }

  private static String withoutToken(String path) {
    return Stream.of(Media.DOWNLOADS, UploadTarget.PATH)
        .filter(path::startsWith)
        .findFirst()
        .map(start -> start + "***")
        .orElse(path);
  }

  private WebResponse route(WebRequest request, String correlationId) {
    String path = request.path();
    if (path.equals("/oauth/token")) {
      return tokens.issue(request);
    }
    if (path.startsWith(Media.DOWNLOADS)) {
      return downloads.handle(path.substring(Media.DOWNLOADS.length()), request);
    }
    if (path.startsWith(UploadTarget.PATH)) {
      return uploads.handle(path.substring(UploadTarget.PATH.length()), request);
    }
    Caller caller = tokens.require(request.header("Authorization"));
    RateLimiter.Standing standing = limiter.take();
    WebResponse response;
    try {
      if (standing.refused()) {
        throw ApiError.rateLimited(standing.retryAfterSeconds());
      }
      response = routes.answer(request, caller);
    } catch (InvalidBodyException invalid) {
      response = ApiError.of(invalid).response(correlationId);
    } catch (ApiError error) {
      response = error.response(correlationId);
    }
    return standing.onto(response);
  }
}
