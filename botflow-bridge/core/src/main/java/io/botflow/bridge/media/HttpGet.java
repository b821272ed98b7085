// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.annotation.Nullable;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP/1.1 GET to an address that was chosen before.
 *
 * <p>The JDK's HTTP client resolves the host by itself, a second time, and may then connect
 * elsewhere than was checked; there is no way to give it the address and still have TLS checked
 * against the host's name. Here the socket goes to the given address, and TLS names and verifies
 * the host. No credential, no cookie, no reuse of the connection.
 */
final class HttpGet implements AutoCloseable {

  /** Makes the connection; tests put another place behind an address. */
  interface Connector {
    void connect(Socket socket, InetSocketAddress address, int timeoutMillis) throws IOException;
  }

  private final Socket socket;
  private final HttpHead head;
  private final HttpBody body;

  private HttpGet(Socket socket, InputStream in) throws IOException {
    this.socket = socket;
    this.head = HttpHead.read(in);
    this.body = HttpBody.of(head, in);
  }

  /** Sends the request and reads the answer up to its body. */
  static HttpGet send(
      FetchTarget target,
      InetAddress address,
      @Nullable InetSocketAddress proxy,
      Deadline deadline,
      Transport transport)
      throws IOException {
    DeadlineSocket socket = new DeadlineSocket(deadline, transport.idleTimeout());
    try {
      InetSocketAddress checked = new InetSocketAddress(address, target.port());
      int timeout = deadline.cap(transport.connectTimeout());
      transport.connector().connect(socket, proxy == null ? checked : current(proxy), timeout);
      if (proxy != null) {
        tunnel(socket, checked);
      }
      Socket secured = target.tls() ? secured(socket, target, transport.tls()) : socket;
      secured.getOutputStream().write(request(target));
      return new HttpGet(socket, new BufferedInputStream(secured.getInputStream(), 16 * 1024));
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static InetSocketAddress current(InetSocketAddress proxy) throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByName(proxy.getHostString()), proxy.getPort());
  }

  /** Has a proxy connect to an address: what follows on the socket is between us and that. */
  private static void tunnel(Socket socket, InetSocketAddress to) throws IOException {
    String host = to.getAddress().getHostAddress();
    String place = (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + to.getPort();
    String request = "CONNECT " + place + " HTTP/1.1\r\nHost: " + place + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    // Byte by byte, so that nothing of what follows is taken from the socket.
    int status = HttpHead.read(socket.getInputStream()).status();
    if (status != 200) {
      throw new ProtocolException("the proxy answered " + status);
    }
  }

  private static Socket secured(Socket socket, FetchTarget target, SSLSocketFactory tls)
      throws IOException {
    SSLSocket secured = (SSLSocket) tls.createSocket(socket, target.host(), target.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (target.literal() == null) {
      parameters.setServerNames(List.of(new SNIHostName(target.host())));
    }
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static byte[] request(FetchTarget target) {
    String text =
        "GET "
            + target.pathAndQuery()
            + " HTTP/1.1\r\nHost: "
            + target.hostHeader()
            + "\r\nUser-Agent: botflow-bridge\r\nAccept: */*\r\nAccept-Encoding: identity\r\n"
            + "Connection: close\r\n\r\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  HttpHead head() {
    return head;
  }

  HttpBody body() {
    return body;
  }

  /** Drops the connection at once: a polite end of TLS could wait for the peer. */
  @Override
  public void close() throws IOException {
    socket.close();
  }

  /**
   * How to connect.
   *
   * @param connector makes the connection
   * @param tls secures it
   * @param connectTimeout for the connection
   * @param idleTimeout for each read
   */
  record Transport(
      Connector connector, SSLSocketFactory tls, Duration connectTimeout, Duration idleTimeout) {}
}
