// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP proxy on loopback that passes everything on until it is told to break something.
 *
 * <pre>{@code
 * try (FaultProxy proxy = FaultProxy.before(server.uri())) {
 *   client.baseUri(proxy.uri());
 *   proxy.every(5, Fault.resetAnswerAfter(0));
 *   …
 * }
 * }</pre>
 *
 * <p>Faults strike exchanges, not connections, so that a client which keeps its connections meets
 * them too. An exchange is what the client sends until the server answers, and that answer: a
 * request of HTTP/1.1, where a client does not send the next one before it has the answer. Bytes
 * are not looked into, except for the end of an HTTP head by {@link Fault#resetBodyAfter}: TLS
 * passes.
 *
 * <p>Thread-safe. Closing breaks all connections and ends all threads.
 */
public final class FaultProxy implements AutoCloseable {
  private static final AtomicInteger PROXIES = new AtomicInteger();
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  private final InetSocketAddress target;
  private final String scheme;
  private final Plan plan = new Plan();
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong accepted = new AtomicLong();
  private final ExecutorService threads;
  private final Door door;

  private FaultProxy(InetSocketAddress target, String scheme) throws IOException {
    this.target = target;
    this.scheme = scheme;
    String name = "fault-proxy-" + PROXIES.incrementAndGet();
    threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
    door = new Door(this::connect, threads);
  }

  /**
   * Starts a proxy in front of a server.
   *
   * @param server its address; without a port that of the scheme
   * @return the running proxy
   * @throws IllegalArgumentException when the address has no host
   * @throws UncheckedIOException when no port can be opened
   */
  public static FaultProxy before(URI server) {
    if (server.getHost() == null) {
      throw new IllegalArgumentException("server must have a host, was " + server);
    }
    int standard = "https".equals(server.getScheme()) ? 443 : 80;
    int port = server.getPort() < 0 ? standard : server.getPort();
    return start(server.getHost(), port, Objects.requireNonNullElse(server.getScheme(), "http"));
  }

  /**
   * Starts a proxy in front of a server.
   *
   * @param host the server's host
   * @param port its port
   * @return the running proxy
   * @throws UncheckedIOException when no port can be opened
   */
  public static FaultProxy before(String host, int port) {
    return start(Objects.requireNonNull(host, "host"), port, "http");
  }

  private static FaultProxy start(String host, int port, String scheme) {
    try {
      return new FaultProxy(new InetSocketAddress(host, port), scheme);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where clients reach the server through the proxy.
   *
   * @return the server's scheme, 127.0.0.1, and the proxy's port
   */
  public URI uri() {
    return URI.create(scheme + "://" + door.address().getAddress().getHostAddress() + ":" + port());
  }

  /**
   * The proxy's port on 127.0.0.1.
   *
   * @return the port, the same for the proxy's whole life
   */
  public int port() {
    return door.address().getPort();
  }

  /**
   * Has coming exchanges meet a fault.
   *
   * @param fault what happens
   * @param exchanges to how many; they follow those that were planned before
   */
  public void next(Fault fault, int exchanges) {
    plan.next(Objects.requireNonNull(fault, "fault"), exchanges);
  }

  /**
   * Has each n-th exchange from now on meet a fault, until another is set or {@link #heal}.
   *
   * @param n at least 1, which means every one
   * @param fault what happens
   */
  public void every(int n, Fault fault) {
    if (n < 1) {
      throw new IllegalArgumentException("n must be positive, was " + n);
    }
    plan.every(n, Objects.requireNonNull(fault, "fault"));
  }

  /** Resets all connections that there are. */
  public void cut() {
    connections.forEach(Connection::reset);
  }

  /**
   * Refuses new connections and resets those that there are, until {@link #heal}.
   *
   * @throws UncheckedIOException when the port cannot be held
   */
  public void refuse() {
    try {
      door.shut();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }

  /**
   * Ends all planned faults and listens again; what has disappeared stays so.
   *
   * @throws UncheckedIOException when the port cannot be opened again
   */
  public void heal() {
    plan.clear();
    try {
      door.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The faults that happened.
   *
   * @return in order; one for each exchange at most
   */
  public List<Strike> strikes() {
    return plan.strikes();
  }

  /**
   * How many exchanges have begun.
   *
   * @return the number
   */
  public long exchanges() {
    return plan.exchanges();
  }

  /**
   * How many connections were accepted.
   *
   * @return the number, with those that are closed
   */
  public long accepted() {
    return accepted.get();
  }

  /**
   * How many connections there are now.
   *
   * @return the number
   */
  public int open() {
    return connections.size();
  }

  private void connect(Socket client) throws IOException {
    accepted.incrementAndGet();
    Socket server = new Socket();
    Connection connection = new Connection(client, server, plan, this::forgetEnded);
    try {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      server.connect(target, (int) STOP_TIMEOUT.toMillis());
    } catch (IOException e) {
      connection.reset();
      return;
    }
    connections.add(connection);
    threads.execute(connection::pumpRequests);
    threads.execute(connection::pumpAnswers);
  }

  private void forgetEnded() {
    connections.removeIf(Connection::ended);
  }

  /** Breaks all connections and waits until all threads have ended. */
  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("a thread of the proxy did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return "Fault proxy at " + uri() + " before " + target;
  }
}
