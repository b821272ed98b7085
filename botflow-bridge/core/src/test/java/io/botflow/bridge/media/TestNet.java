// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pretended Internet: names with the addresses that the test gives them, public addresses behind
 * which a server on loopback stands, and everything else leading to a canary.
 */
final class TestNet implements HttpGet.Connector, MediaFetcher.Resolver {
  static final String PUBLIC = "93.184.215.14";

  private final Map<String, Deque<String>> names = new HashMap<>();
  private final Map<String, InetSocketAddress> hosts = new HashMap<>();
  private final InetSocketAddress canary;
  final List<String> connected = new ArrayList<>();
  final List<String> resolved = new ArrayList<>();

  TestNet(ScriptedServer canary) {
    this.canary = canary.address();
  }

  /** The answers of the name server, one after the other; the last one stays. */
  TestNet name(String host, String... addresses) {
    names.put(host, new ArrayDeque<>(List.of(addresses)));
    return this;
  }

  TestNet host(String address, ScriptedServer server) {
    hosts.put(address, server.address());
    return this;
  }

  MediaFetcher.Builder fetcher() {
    return MediaFetcher.builder().connector(this).resolver(this);
  }

  @Override
  public List<InetAddress> resolve(String host) throws UnknownHostException {
    resolved.add(host);
    Deque<String> answers = names.get(host);
    if (answers == null) {
      throw new UnknownHostException(host);
    }
    String answer = answers.size() > 1 ? answers.pop() : answers.getFirst();
    List<InetAddress> addresses = new ArrayList<>();
    for (String address : answer.split(",", -1)) {
      addresses.add(InetAddress.getByName(address));
    }
    return addresses;
  }

  @Override
  public void connect(Socket socket, InetSocketAddress address, int timeoutMillis)
      throws IOException {
    connected.add(address.getAddress().getHostAddress());
    InetSocketAddress real = hosts.getOrDefault(address.getAddress().getHostAddress(), canary);
    socket.connect(real, timeoutMillis);
  }
}
