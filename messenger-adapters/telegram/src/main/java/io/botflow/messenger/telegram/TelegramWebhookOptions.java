// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import java.nio.file.Path;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * How Telegram shall deliver to a webhook, for {@link TelegramWebhook#set}; mirrors <a
 * href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>. Immutable.
 *
 * <pre>{@code
 * TelegramWebhookOptions.builder().maxConnections(80).dropPendingUpdates(true).build()
 * }</pre>
 */
public final class TelegramWebhookOptions {
  private final @Nullable Integer maxConnections;
  private final boolean dropPendingUpdates;
  private final @Nullable String ipAddress;
  private final @Nullable Path certificate;

  private TelegramWebhookOptions(Builder builder) {
    this.maxConnections = builder.maxConnections;
    this.dropPendingUpdates = builder.dropPendingUpdates;
    this.ipAddress = builder.ipAddress;
    this.certificate = builder.certificate;
  }

  /**
   * Starts options.
   *
   * @return a builder; what is not set is left to Telegram
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * How many deliveries Telegram makes at once.
   *
   * @return 1 to 100, or null for Telegram's own choice, which is 40
   */
  public @Nullable Integer maxConnections() {
    return maxConnections;
  }

  /**
   * Whether Telegram forgets the updates that wait.
   *
   * @return true when they are lost
   */
  public boolean dropPendingUpdates() {
    return dropPendingUpdates;
  }

  /**
   * The address that Telegram posts to instead of the one that the name stands for.
   *
   * @return an IPv4 address, or null
   */
  public @Nullable String ipAddress() {
    return ipAddress;
  }

  /**
   * The certificate that Telegram shall trust.
   *
   * @return a file, or null
   */
  public @Nullable Path certificate() {
    return certificate;
  }

  /** Collects {@link TelegramWebhookOptions}; not thread-safe. */
  public static final class Builder {
    private @Nullable Integer maxConnections;
    private boolean dropPendingUpdates;
    private @Nullable String ipAddress;
    private @Nullable Path certificate;

    private Builder() {}

    /**
     * Limits how many deliveries Telegram makes at once.
     *
     * @param count 1 to 100; Telegram's default is 40
     * @return this builder
     */
    public Builder maxConnections(int count) {
      if (count < 1 || count > 100) {
        throw new IllegalArgumentException("maxConnections must be 1 to 100, was " + count);
      }
      this.maxConnections = count;
      return this;
    }

    /**
     * Has Telegram forget the updates that wait. What customers wrote meanwhile is lost.
     *
     * @param drop true to forget them; the default is false
     * @return this builder
     */
    public Builder dropPendingUpdates(boolean drop) {
      this.dropPendingUpdates = drop;
      return this;
    }

    /**
     * Has Telegram post to this address instead of the one that the name stands for.
     *
     * @param address an IPv4 address
     * @return this builder
     */
    public Builder ipAddress(String address) {
      this.ipAddress = Objects.requireNonNull(address, "address");
      return this;
    }

    /**
     * Has Telegram trust a certificate that no authority signed. It is uploaded.
     *
     * @param pem a file with the public key in PEM, up to 3 MiB
     * @return this builder
     */
    public Builder certificate(Path pem) {
      this.certificate = Objects.requireNonNull(pem, "pem");
      return this;
    }

    /**
     * Makes the options.
     *
     * @return the options
     */
    public TelegramWebhookOptions build() {
      return new TelegramWebhookOptions(this);
    }
  }
}
