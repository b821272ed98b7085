// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys;

import io.botflow.genesys.call.RetryPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Login and API host on loopback: hands out numbered tokens, answers calls as told, notes all. */
public final class FakeGenesys implements AutoCloseable {
  public static final String CLIENT_ID = "client-1";
  public static final String CLIENT_SECRET = "canary-client-secret";
  public static final String TOKEN_PREFIX = "canary-access-token-";

  private final MockWebServer server = new MockWebServer();
  private final List<RecordedRequest> tokenRequests = new CopyOnWriteArrayList<>();
  private final List<RecordedRequest> calls = new CopyOnWriteArrayList<>();
  private final BlockingQueue<MockResponse> answers = new LinkedBlockingQueue<>();
  private volatile Function<Integer, MockResponse> tokenAnswer =
      number -> token(TOKEN_PREFIX + number, 86399);
  private volatile Function<RecordedRequest, MockResponse> apiAnswer = this::queued;

  public FakeGenesys() {
    this(null);
  }

  /** Speaks TLS when given a key. */
  public FakeGenesys(SSLSocketFactory tls) {
    server.setServerSocketFactory(new PromptSockets());
    if (tls != null) {
      server.useHttps(tls);
    }
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            if (request.getTarget().equals("/oauth/token")) {
              tokenRequests.add(request);
              return tokenAnswer.apply(tokenRequests.size());
            }
            calls.add(request);
            return apiAnswer.apply(request);
          }
        });
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sockets that send each part of an answer at once. The server writes head and body apart, and
   * would hold the body until the head is acknowledged: 40 ms for every answer of every test.
   */
  private static final class PromptSockets extends ServerSocketFactory {
    @Override
    public ServerSocket createServerSocket() throws IOException {
      return new ServerSocket() {
        @Override
        public Socket accept() throws IOException {
          Socket socket = super.accept();
          socket.setTcpNoDelay(true);
          return socket;
        }
      };
    }

    @Override
    public ServerSocket createServerSocket(int port) {
      throw new UnsupportedOperationException("the server binds by itself");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
      return createServerSocket(port);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
      return createServerSocket(port);
    }
  }

  public static MockResponse token(String token, long expiresIn) {
    return json(
        200,
        "{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"expires_in\":%d}"
            .formatted(token, expiresIn));
  }

  public static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  public URI uri() {
    return server.url("/").uri();
  }

  public Region region() {
    return Region.at(uri(), uri());
  }

  /** A connection that makes each call once, so that a test sees its answer and no repetition. */
  public GenesysCloudBuilder connect() {
    return connectWithDefaults().retries(RetryPolicy.none());
  }

  public GenesysCloudBuilder connectWithDefaults() {
    return GenesysCloud.builder(region()).clientCredentials(CLIENT_ID, CLIENT_SECRET);
  }

  public FakeGenesys answer(MockResponse response) {
    answers.add(response);
    return this;
  }

  public FakeGenesys answer(int status, String body) {
    return answer(json(status, body));
  }

  public void answerTokens(Function<Integer, MockResponse> byNumber) {
    tokenAnswer = byNumber;
  }

  public void answerCalls(Function<RecordedRequest, MockResponse> byRequest) {
    apiAnswer = byRequest;
  }

  public List<RecordedRequest> tokenRequests() {
    return tokenRequests;
  }

  public List<RecordedRequest> calls() {
    return calls;
  }

  public RecordedRequest onlyCall() {
    if (calls.size() != 1) {
      throw new AssertionError("expected one call, but there were " + calls);
    }
    return calls.get(0);
  }

  private MockResponse queued(RecordedRequest request) {
    MockResponse next = answers.poll();
    return next == null ? json(200, "{\"id\":\"m-1\"}") : next;
  }

  @Override
  public void close() {
    server.close();
  }
}
