// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Ids;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.annotation.Nullable;

/** Fetches attachments from their URLs, and keeps the links under which files are downloaded. */
final class Media {
  static final String DOWNLOADS = "/api/v2/downloads/";

  /** A file behind a pre-authorised link. */
  static final class Download {
    private final String name;
    private final String mime;
    private final byte[] bytes;

    Download(String name, String mime, byte[] bytes) {
      this.name = name;
      this.mime = mime;
      this.bytes = bytes;
    }

    String name() {
      return name;
    }

    String mime() {
      return mime;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /** What a fetch gave: the bytes, or why there are none. */
  static final class Fetched {
    private final @Nullable byte[] bytes;
    private final String problem;

    private Fetched(@Nullable byte[] bytes, String problem) {
      this.bytes = bytes;
      this.problem = problem;
    }

    @Nullable
    byte[] bytes() {
      return bytes;
    }

    String problem() {
      return problem;
    }

    void into(Attachment attachment) {
      if (bytes == null) {
        attachment.failed(problem);
      } else {
        attachment.stored(bytes);
      }
    }
  }

  private final TimedHttp http;
  private final Traffic traffic;
  private final Settings settings;
  private final URI apiUri;
  private final Map<String, Download> downloads = new ConcurrentHashMap<>();
  private final CachedMedia cache;

  Media(TimedHttp http, Traffic traffic, Settings settings, URI apiUri) {
    this.http = http;
    this.traffic = traffic;
    this.settings = settings;
    this.apiUri = apiUri;
    this.cache =
        new CachedMedia(settings.clock(), settings.conversationApi().cachedMediaLifetime());
  }

  int maxBytes() {
    return settings.maxMediaBytes();
  }

  /** Fetches a file without credentials; redirects are followed. */
  Fetched fetch(URI url, String conversationId, @Nullable String messageId) {
    int status = -1;
    Fetched fetched;
    try {
      TimedHttp.Answer answer =
          http.send(
              HttpRequest.newBuilder(url).GET(), settings.mediaTimeout(), settings.maxMediaBytes());
      status = answer.status();
      fetched =
          status == 200
              ? new Fetched(answer.body(), "")
              : new Fetched(null, "its URL answered " + status);
    } catch (IOException | IllegalArgumentException e) {
      fetched =
          new Fetched(
              null, "its URL failed: " + e.getClass().getSimpleName() + " " + e.getMessage());
    }
    traffic.report(
        TrafficEvent.Kind.MEDIA_FETCH,
        Traffic.GENESYS,
        "media",
        conversationId,
        messageId,
        status,
        fetched.problem());
    return fetched;
  }

  CachedMedia cache() {
    return cache;
  }

  /** Keeps a customer's file under a link of the platform's own, if it could be fetched. */
  Optional<URI> keep(URI url, Attachment attachment, Fetched fetched) {
    byte[] bytes = fetched.bytes();
    if (bytes == null) {
      return Optional.empty();
    }
    URI own = publish(attachment.name(), attachment.mime(), bytes);
    cache.add(url, own, attachment.mime(), bytes.length);
    return Optional.of(own);
  }

  /** An address of the platform, under its own base. */
  URI address(String path) {
    return URI.create(apiUri + path);
  }

  URI publish(String name, String mime, byte[] bytes) {
    String token = Ids.token();
    downloads.put(token, new Download(name, mime, bytes));
    return URI.create(apiUri + DOWNLOADS + token);
  }

  Optional<Download> download(String token) {
    return Optional.ofNullable(downloads.get(token));
  }
}
