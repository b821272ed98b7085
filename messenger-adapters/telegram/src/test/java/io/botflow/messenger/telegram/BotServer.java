// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.message.Media;
import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.web.WebRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.annotation.Nullable;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A stand-in for Telegram's server, one per test, with scripted answers. */
final class BotServer implements BeforeEachCallback, AfterEachCallback {
  static final String SECRET_PART = "AAcanary_Secret-of-the-bot_0123456789";
  static final String TOKEN = "4242:" + SECRET_PART;
  static final String WEBHOOK_SECRET = "webhook-canary_77";
  static final Peer CUSTOMER = new Peer("telegram", "4242", "3527065");
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final String SENT =
      "{\"ok\":true,\"result\":{\"message_id\":56,\"date\":1700000000,"
          + "\"chat\":{\"id\":3527065,\"type\":\"private\"}}}";

  private MockWebServer server = new MockWebServer();

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    server = new MockWebServer();
    server.start();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    for (RecordedRequest rest = next(0); rest != null; rest = next(0)) {
      ApiSpec.check(rest);
    }
    server.close();
  }

  private @Nullable RecordedRequest next(long seconds) throws InterruptedException {
    return server.getStarted() ? server.takeRequest(seconds, TimeUnit.SECONDS) : null;
  }

  void useTls(SSLContext context) {
    server.useHttps(context.getSocketFactory());
  }

  /** Makes the server unreachable. */
  void stop() {
    server.close();
  }

  static TelegramAdapterBuilder offline() {
    return TelegramAdapter.builder(TOKEN)
        .webhookSecret(WEBHOOK_SECRET)
        .clock(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  TelegramAdapterBuilder builder() {
    return offline().apiUri(uri()).requestTimeout(Duration.ofSeconds(10));
  }

  TelegramAdapter adapter() {
    return builder().build();
  }

  URI uri() {
    return server.url("/").uri();
  }

  void answer(int status, String body) {
    answer(new MockResponse.Builder().code(status).body(body).build());
  }

  void answer(MockResponse response) {
    server.enqueue(response);
  }

  /** The next request, which must have come already or come soon. */
  RecordedRequest take() throws InterruptedException, IOException {
    RecordedRequest request = Objects.requireNonNull(next(10), "no request came");
    ApiSpec.check(request);
    return request;
  }

  int requests() {
    return server.getRequestCount();
  }

  static String body(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody()).utf8();
  }

  static WebRequest webhook(String body) {
    return WebRequest.builder("POST", "/hooks/telegram")
        .header("Content-Type", "application/json")
        .header(WebhookSecret.HEADER, WEBHOOK_SECRET)
        .body(body)
        .build();
  }

  /** A context that answers nothing and offers no file. */
  static SendContext context() {
    return context(null, null);
  }

  static SendContext context(@Nullable String replyTo, @Nullable MediaContent content) {
    return new SendContext() {
      @Override
      public String key() {
        return "key-1";
      }

      @Override
      public @Nullable String replyTo() {
        return replyTo;
      }

      @Override
      public MediaContent open(Media media) throws IOException {
        if (content == null) {
          throw new IOException("https://elsewhere.example/?sig=" + SECRET_PART);
        }
        return content;
      }

      @Override
      public URI publicUrl(Media media) {
        return URI.create("https://bridge.example/media/t0ken/file.pdf");
      }
    };
  }

  static MediaContent bytes(byte[] bytes) {
    return MediaContent.of(new ByteArrayInputStream(bytes), null, null, bytes.length);
  }
}
