// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;

/** A server on loopback that answers each request with bytes of the test's choice, then closes. */
final class ScriptedServer implements AutoCloseable {
  /** Writes what the far side is to send. */
  interface Script {
    void answer(String request, OutputStream out) throws IOException;
  }

  private final ServerSocket server;
  private final Script script;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> serverNames = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  private ScriptedServer(ServerSocket server, Script script) {
    this.server = server;
    this.script = script;
  }

  static ScriptedServer start(Script script) throws IOException {
    return start(ServerSocketFactory.getDefault(), script);
  }

  static ScriptedServer start(ServerSocketFactory factory, Script script) throws IOException {
    ScriptedServer scripted =
        new ScriptedServer(
            factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    Thread thread = new Thread(scripted::run, "scripted-server");
    thread.setDaemon(true);
    thread.start();
    return scripted;
  }

  /** Answers every request with the same text, in which lines end as HTTP wants. */
  static Script always(String answer) {
    return (request, out) ->
        out.write(answer.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private void run() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        connections.incrementAndGet();
        open.add(socket);
        String request = readRequest(socket.getInputStream());
        requests.add(request);
        if (socket instanceof SSLSocket secured) {
          ((ExtendedSSLSession) secured.getSession())
              .getRequestedServerNames()
              .forEach(name -> serverNames.add(((SNIHostName) name).getAsciiName()));
        }
        script.answer(request, socket.getOutputStream());
      } catch (IOException theOtherSideWentAway) {
        // The next connection is served all the same.
      }
    }
  }

  private static String readRequest(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("no request");
      }
      bytes.write(b);
      text = bytes.toString(StandardCharsets.ISO_8859_1);
    }
    return text;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
  }

  int port() {
    return server.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  /** The names that clients asked for in TLS. */
  List<String> serverNames() {
    return List.copyOf(serverNames);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
