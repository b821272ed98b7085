// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and checks the public, signed, expiring links under which stored media are served: {@code
 * <public URI>/media/<token>/<file name>}.
 *
 * <p>Whoever has the link has the file until the link expires; nobody can make or change one
 * without the secret. The link ends in the file name because some messengers go by its extension.
 *
 * <pre>{@code
 * MediaLinks links = MediaLinks.builder(URI.create("https://bridge.example.com"), secret).build();
 * URI link = links.link(stored);
 * }</pre>
 *
 * <p>Immutable and safe for concurrent use.
 */
public final class MediaLinks {
  /**
   * How long a link works by default: 7 days. Genesys Cloud fetches an attachment by its URL and
   * does not say when it does so last; a week covers conversations that wait over a weekend and far
   * exceeds what messengers need.
   */
  public static final Duration DEFAULT_LIFETIME = Duration.ofDays(7);

  private static final byte VERSION = 1;
  private static final int HEADER_BYTES = 1 + Long.BYTES;
  private static final int MAC_BYTES = 16;
  private static final int MAX_TOKEN_LENGTH = 4 * (HEADER_BYTES + MediaKeys.MAX_LENGTH + MAC_BYTES);
  private static final int MIN_SECRET_BYTES = 16;
  private static final byte[] PURPOSE = "botflow media link\n".getBytes(StandardCharsets.US_ASCII);

  private final String base;
  private final List<SecretKeySpec> keys;
  private final Duration lifetime;
  private final Clock clock;

  private MediaLinks(Builder builder) {
    this.base = base(builder.publicUri);
    this.keys = builder.secrets.stream().map(MediaLinks::key).toList();
    this.lifetime = builder.lifetime;
    this.clock = builder.clock;
  }

  /**
   * Starts the configuration.
   *
   * @param publicUri where the outside world reaches this bridge, for example {@code
   *     https://bridge.example.com/botflow}; http or https, without query and fragment
   * @param secret the signing secret, at least 16 bytes in UTF-8; the same in all instances
   * @return a builder
   */
  public static Builder builder(URI publicUri, String secret) {
    return new Builder(publicUri, secret);
  }

  /**
   * Makes a link that works from now for the configured lifetime.
   *
   * @param media a stored file
   * @return its link
   */
  public URI link(StoredMedia media) {
    String token = token(media.key(), clock.instant().plus(lifetime));
    String name = FileNames.safe(media.fileName(), media.mimeType());
    return URI.create(base + "/media/" + token + "/" + PercentEncoding.encode(name));
  }

  /**
   * Checks the token of a link.
   *
   * @param token the path segment after {@code /media/}, anything that someone sent
   * @return the key of the file, or empty when the token is forged, damaged or expired
   */
  public Optional<String> keyOf(String token) {
    Objects.requireNonNull(token, "token");
    if (token.length() > MAX_TOKEN_LENGTH) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length <= HEADER_BYTES + MAC_BYTES || !encode(bytes).equals(token)) {
      // Base64 ignores the last character's spare bits: only the spelling that we issue counts.
      return Optional.empty();
    }
    byte[] signed = Arrays.copyOf(bytes, bytes.length - MAC_BYTES);
    byte[] mac = Arrays.copyOfRange(bytes, signed.length, bytes.length);
    return isSigned(signed, mac) ? unexpiredKey(ByteBuffer.wrap(signed)) : Optional.empty();
  }

  private Optional<String> unexpiredKey(ByteBuffer signed) {
    if (signed.get() != VERSION || clock.instant().getEpochSecond() >= signed.getLong()) {
      return Optional.empty();
    }
    return Optional.of(StandardCharsets.US_ASCII.decode(signed).toString())
        .filter(MediaKeys::isValid);
  }

  private String token(String key, Instant expiry) {
    byte[] keyBytes = MediaKeys.check(key).getBytes(StandardCharsets.US_ASCII);
    byte[] signed =
        ByteBuffer.allocate(HEADER_BYTES + keyBytes.length)
            .put(VERSION)
            .putLong(expiry.getEpochSecond())
            .put(keyBytes)
            .array();
    return encode(
        ByteBuffer.allocate(signed.length + MAC_BYTES)
            .put(signed)
            .put(mac(keys.get(0), signed))
            .array());
  }

  private boolean isSigned(byte[] signed, byte[] mac) {
    boolean match = false;
    for (SecretKeySpec key : keys) {
      match |= MessageDigest.isEqual(mac(key, signed), mac);
    }
    return match;
  }

  private static byte[] mac(SecretKeySpec key, byte[] signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(PURPOSE);
      return Arrays.copyOf(mac.doFinal(signed), MAC_BYTES);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
  }

  private static SecretKeySpec key(String secret) {
    return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String base(URI publicUri) {
    String scheme = publicUri.getScheme() == null ? "" : publicUri.getScheme();
    boolean web = List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
    if (!web
        || publicUri.getHost() == null
        || publicUri.getRawUserInfo() != null
        || publicUri.getRawQuery() != null
        || publicUri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "publicUri: takes http(s)://host[:port][/path], was " + publicUri);
    }
    String text = publicUri.toASCIIString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** Shows where the links lead. */
  @Override
  public String toString() {
    return "MediaLinks[" + base + ", secret=***]";
  }

  /** Collects the settings of {@link MediaLinks}; not thread-safe. */
  public static final class Builder {
    private final URI publicUri;
    private final List<String> secrets = new ArrayList<>();
    private Duration lifetime = DEFAULT_LIFETIME;
    private Clock clock = Clock.systemUTC();

    private Builder(URI publicUri, String secret) {
      this.publicUri = Objects.requireNonNull(publicUri, "publicUri");
      secrets.add(Objects.requireNonNull(secret, "secret"));
    }

    /**
     * Accepts links that were signed with an earlier secret too, while a secret is being replaced.
     *
     * @param secret the earlier secret
     * @return this builder
     */
    public Builder previousSecret(String secret) {
      secrets.add(Objects.requireNonNull(secret, "secret"));
      return this;
    }

    /**
     * Sets how long a link works.
     *
     * @param lifetime at least one second; {@link #DEFAULT_LIFETIME} unless set
     * @return this builder
     */
    public Builder lifetime(Duration lifetime) {
      this.lifetime = Objects.requireNonNull(lifetime, "lifetime");
      return this;
    }

    /**
     * Sets the clock that decides about expiry.
     *
     * @param clock the clock; the system's unless set
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Makes the links.
     *
     * @return the links
     * @throws IllegalArgumentException if a setting is out of bounds; the message names it
     */
    public MediaLinks build() {
      if (lifetime.compareTo(Duration.ofSeconds(1)) < 0) {
        throw new IllegalArgumentException("lifetime: must be at least a second, was " + lifetime);
      }
      for (String secret : secrets) {
        if (secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES) {
          throw new IllegalArgumentException(
              "secret: must have at least " + MIN_SECRET_BYTES + " bytes");
        }
      }
      return new MediaLinks(this);
    }
  }
}
