// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The platform's front door: authentication, limits, routing, errors and the request log. */
final class ApiHandler implements WebHandler {
  private static final int MAX_BODY_BYTES = 512_000;
  private static final Pattern INBOUND =
      Pattern.compile(
          "/api/v2/conversations/messages/([^/]+)/inbound/open/"
              + "(message|event|receipt|structured/response)");
  private static final Pattern BOT_LIST =
      Pattern.compile("/api/v2/integrations/botconnector/([^/]+)/bots");

  private final ConcurrentLinkedQueue<RequestRecord> log = new ConcurrentLinkedQueue<>();
  private final Clock clock;
  private final String correlationHeader;
  private final Workers workers;
  private final Tokens tokens;
  private final RateLimiter limiter;
  private final Faults faults;
  private final InboundEndpoint inbound;
  private final BotListEndpoint botLists;
  private final DownloadEndpoint downloads;

  ApiHandler(
      Settings settings,
      Workers workers,
      Tokens tokens,
      Faults faults,
      InboundEndpoint inbound,
      BotListEndpoint botLists,
      DownloadEndpoint downloads) {
    this.clock = settings.clock();
    this.correlationHeader = settings.correlationHeader();
    this.limiter = new RateLimiter(clock, settings.requestsPerMinute());
    this.workers = workers;
    this.tokens = tokens;
    this.faults = faults;
    this.inbound = inbound;
    this.botLists = botLists;
    this.downloads = downloads;
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
            path.startsWith(Media.DOWNLOADS) ? Media.DOWNLOADS + "***" : path,
            response.status(),
            correlationId));
    return response.withHeader(correlationHeader, correlationId);
  }

  private WebResponse route(WebRequest request, String correlationId) {
    String path = request.path();
    if (path.equals("/oauth/token")) {
      return tokens.issue(request);
    }
    if (path.startsWith(Media.DOWNLOADS)) {
      return downloads.handle(path.substring(Media.DOWNLOADS.length()), request);
    }
    tokens.require(request.header("Authorization"));
    RateLimiter.Standing standing = limiter.take();
    WebResponse response;
    try {
      if (standing.refused()) {
        throw ApiError.rateLimited(standing.retryAfterSeconds());
      }
      response = limited(request, path);
    } catch (InvalidBodyException invalid) {
      response = ApiError.of(invalid).response(correlationId);
    } catch (ApiError error) {
      response = error.response(correlationId);
    }
    return standing.onto(response);
  }

  private WebResponse limited(WebRequest request, String path) {
    Matcher matcher = INBOUND.matcher(path);
    if (matcher.matches()) {
      requireMethod(request, "POST");
      faults
          .takeInbound()
          .ifPresent(
              fault -> {
                throw fault;
              });
      requireJson(request);
      try {
        return inbound.handle(matcher.group(1), matcher.group(2), request);
      } finally {
        if (!faults.inboundDelay().isZero()) {
          workers.pause(faults.inboundDelay());
        }
      }
    }
    matcher = BOT_LIST.matcher(path);
    if (matcher.matches()) {
      requireMethod(request, "GET", "PUT");
      if (request.method().equals("PUT")) {
        requireJson(request);
      }
      return botLists.handle(matcher.group(1), request);
    }
    throw ApiError.notFound();
  }

  private static void requireMethod(WebRequest request, String... allowed) {
    if (!List.of(allowed).contains(request.method())) {
      throw ApiError.methodNotAllowed();
    }
  }

  private static void requireJson(WebRequest request) {
    if (request.body().length > MAX_BODY_BYTES) {
      throw ApiError.tooLarge(MAX_BODY_BYTES);
    }
    String type = request.header("Content-Type").orElse("");
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      throw ApiError.unsupportedMediaType();
    }
  }
}
