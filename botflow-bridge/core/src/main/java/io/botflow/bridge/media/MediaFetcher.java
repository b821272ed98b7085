// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import io.botflow.bridge.media.HttpGet.Connector;
import io.botflow.bridge.media.HttpGet.Transport;
import io.botflow.connector.messenger.MediaContent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.annotation.Nullable;
import javax.net.ssl.SSLContext;

/**
 * Downloads files from URLs that someone else wrote, within a {@link FetchPolicy} and limits of
 * size and time.
 *
 * <p>The host's addresses are looked up once and checked, and the connection goes to a checked
 * address and nowhere else. Redirects, at most 3, are followed by hand and each checked like the
 * first URL. The request carries no credential and no cookie. It connects directly, or through the
 * policy's proxy, which is asked for the checked address and looks nothing up by itself.
 *
 * <pre>{@code
 * MediaFetcher fetcher = MediaFetcher.of(FetchPolicy.publicHttps());
 * StoredMedia photo = fetcher.fetchInto(store, key, url);
 * }</pre>
 *
 * <p>Immutable and safe for concurrent use.
 */
public final class MediaFetcher {
  /** The default largest size: 25 MiB, as much as Genesys Cloud takes or sends. */
  public static final long DEFAULT_MAX_BYTES = 25L << 20;

  private static final int MAX_REDIRECTS = 3;
  private static final int MAX_ADDRESSES = 4;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /** Looks a host up; tests answer in its place. */
  interface Resolver {
    List<InetAddress> resolve(String host) throws UnknownHostException;
  }

  private final FetchPolicy policy;
  private final Transport transport;
  private final Duration totalTimeout;
  private final long maxBytes;
  private final Resolver resolver;
  private final LongSupplier nanoTime;

  private MediaFetcher(Builder builder, SSLContext tls) {
    this.policy = builder.policy;
    this.transport =
        new Transport(
            builder.connector, tls.getSocketFactory(), builder.connectTimeout, builder.idleTimeout);
    this.totalTimeout = builder.totalTimeout;
    this.maxBytes = builder.maxBytes;
    this.resolver = builder.resolver;
    this.nanoTime = builder.nanoTime;
  }

  /**
   * A fetcher with the default limits.
   *
   * @param policy what may be fetched
   * @return the fetcher
   */
  public static MediaFetcher of(FetchPolicy policy) {
    return builder().policy(policy).build();
  }

  /**
   * Starts the configuration.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Opens a download. Its type is the one that the host names, unless the first bytes show another;
   * its name comes from the answer or the URL. The limits hold for reading it as well.
   *
   * @param url what to fetch
   * @return the open file; the caller closes it. Reading it throws what this method throws
   * @throws FetchException if it is refused, gone, or cannot be fetched now
   * @throws MediaTooLargeException if it is larger than allowed
   * @throws IOException if closing a connection failed
   */
  public MediaContent open(URI url) throws IOException {
    Deadline deadline = new Deadline(nanoTime, totalTimeout);
    URI current = Objects.requireNonNull(url, "url");
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      FetchTarget target = policy.check(current);
      HttpGet get = send(target, deadline);
      boolean kept = false;
      try {
        Optional<String> location = redirect(get.head());
        if (location.isEmpty()) {
          MediaContent content = content(get, target, current);
          kept = true;
          return content;
        }
        current = resolved(current, location.get(), target);
      } finally {
        if (!kept) {
          get.close();
        }
      }
    }
    throw FetchException.refused(
        policy.check(current).host(), "after more than " + MAX_REDIRECTS + " redirects");
  }

  /**
   * Downloads a file into a store.
   *
   * @param store where to put it
   * @param key under which key
   * @param url what to fetch
   * @return what was stored
   * @throws FetchException if it is refused, gone, or cannot be fetched now; nothing is kept
   * @throws MediaTooLargeException if it is larger than allowed; nothing is kept
   * @throws IOException if storing failed; nothing is kept
   */
  public StoredMedia fetchInto(MediaStore store, String key, URI url) throws IOException {
    try (MediaContent content = open(url)) {
      return store.put(key, content, maxBytes);
    }
  }

  private HttpGet send(FetchTarget target, Deadline deadline) throws FetchException {
    IOException failure = new UnknownHostException(target.host());
    try {
      List<InetAddress> found =
          target.literal() == null ? resolver.resolve(target.host()) : List.of(target.literal());
      for (InetAddress address :
          policy.admit(target, found).stream().limit(MAX_ADDRESSES).toList()) {
        try {
          return HttpGet.send(target, address, policy.proxyTo(target), deadline, transport);
        } catch (IOException e) {
          failure = e;
        }
      }
    } catch (UnknownHostException e) {
      failure = e;
    }
    throw FetchException.unreachable(target.host(), failure);
  }

  private static Optional<String> redirect(HttpHead head) {
    return REDIRECTS.contains(head.status()) ? head.header("Location") : Optional.empty();
  }

  private static URI resolved(URI from, String location, FetchTarget target) throws FetchException {
    try {
      return from.resolve(new URI(location));
    } catch (URISyntaxException e) {
      // Without the cause: its message holds the whole URL.
      throw FetchException.refused(target.host(), "it redirects to what is no URL");
    }
  }

  private MediaContent content(HttpGet get, FetchTarget target, URI url) throws IOException {
    HttpHead head = get.head();
    String host = target.host();
    if (head.status() != 200) {
      throw FetchException.ofStatus(host, head.status());
    }
    if (!head.header("Content-Encoding").orElse("identity").equalsIgnoreCase("identity")) {
      throw FetchException.gone(host, "answers in an encoding that was not asked for");
    }
    long size = get.body().length().orElse(-1);
    if (size > maxBytes) {
      throw new MediaTooLargeException(maxBytes);
    }
    InputStream stream = new BufferedInputStream(new FetchedStream(get, host, maxBytes));
    stream.mark(MimeSniffer.HEAD_BYTES);
    byte[] start = stream.readNBytes(MimeSniffer.HEAD_BYTES);
    stream.reset();
    String type = MimeClaims.settle(head.header("Content-Type").orElse(null), start);
    String disposition = head.header("Content-Disposition").orElse("");
    return MediaContent.of(
        stream, type, ContentDisposition.fileName(disposition, url).orElse(null), size);
  }

  /** Collects the settings of a {@link MediaFetcher}; not thread-safe. */
  public static final class Builder {
    private FetchPolicy policy = FetchPolicy.publicHttps();
    private long maxBytes = DEFAULT_MAX_BYTES;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration idleTimeout = Duration.ofSeconds(20);
    private Duration totalTimeout = Duration.ofMinutes(2);
    private @Nullable SSLContext sslContext;
    private Connector connector = Socket::connect;
    private Resolver resolver = host -> Arrays.asList(InetAddress.getAllByName(host));
    private LongSupplier nanoTime = System::nanoTime;

    private Builder() {}

    /**
     * Sets what may be fetched.
     *
     * @param policy the policy; {@link FetchPolicy#publicHttps()} unless set
     * @return this builder
     */
    public Builder policy(FetchPolicy policy) {
      this.policy = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Sets the largest size.
     *
     * @param maxBytes in bytes; {@link #DEFAULT_MAX_BYTES} unless set
     * @return this builder
     */
    public Builder maxBytes(long maxBytes) {
      this.maxBytes = maxBytes;
      return this;
    }

    /**
     * Sets the time limits. Looking a host up is not among them: the system's resolver has its own.
     *
     * @param connect for each connection; 10 s unless set
     * @param idle for each wait for more bytes; 20 s unless set
     * @param total for a download with its redirects, up to its last byte; 2 minutes unless set
     * @return this builder
     */
    public Builder timeouts(Duration connect, Duration idle, Duration total) {
      this.connectTimeout = Objects.requireNonNull(connect, "connect");
      this.idleTimeout = Objects.requireNonNull(idle, "idle");
      this.totalTimeout = Objects.requireNonNull(total, "total");
      return this;
    }

    /**
     * Sets whom to trust in TLS, for example an authority of the own organisation.
     *
     * @param sslContext the context; the platform's default unless set
     * @return this builder
     */
    public Builder sslContext(SSLContext sslContext) {
      this.sslContext = Objects.requireNonNull(sslContext, "sslContext");
      return this;
    }

    Builder connector(Connector connector) {
      this.connector = connector;
      return this;
    }

    Builder resolver(Resolver resolver) {
      this.resolver = resolver;
      return this;
    }

    Builder nanoTime(LongSupplier nanoTime) {
      this.nanoTime = nanoTime;
      return this;
    }

    /**
     * Makes the fetcher.
     *
     * @return the fetcher
     * @throws IllegalArgumentException if a setting is out of bounds; the message names it
     */
    public MediaFetcher build() {
      positive(connectTimeout, "connect");
      positive(idleTimeout, "idle");
      positive(totalTimeout, "total");
      if (maxBytes <= 0) {
        throw new IllegalArgumentException("maxBytes: must be positive, was " + maxBytes);
      }
      try {
        return new MediaFetcher(this, sslContext == null ? SSLContext.getDefault() : sslContext);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("this Java's default TLS context cannot be made", e);
      }
    }

    private static void positive(Duration timeout, String name) {
      if (timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException(name + ": must be positive, was " + timeout);
      }
    }
  }
}
