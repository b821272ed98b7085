// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The leases of this process's running lanes, renewed from a thread of their own: so a lease can be
 * short, for a quick take-over after a crash, and an upload can be long. Thread-safe.
 */
final class Leases implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Leases.class);

  private final BridgeStore store;
  private final Duration length;
  private final Set<Lease> running = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread heartbeat = new Thread(this::beat, "botflow-leases");

  Leases(BridgeStore store, Duration length) {
    this.store = store;
    this.length = length;
    heartbeat.setDaemon(true);
  }

  void start() {
    heartbeat.start();
  }

  /** Keeps a claim renewed from now on. */
  Lease open(ClaimedLane lane, long beforeClaimNanos) {
    Lease lease = new Lease(lane, beforeClaimNanos, length);
    running.add(lease);
    return lease;
  }

  void forget(Lease lease) {
    running.remove(lease);
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void beat() {
    try {
      while (!closed.await(length.toMillis() / 3, TimeUnit.MILLISECONDS)) {
        running.forEach(this::renew);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void renew(Lease lease) {
    long before = System.nanoTime();
    try {
      if (store.renew(lease.lane(), length)) {
        lease.prolong(before + length.toNanos());
      } else {
        lease.lose();
      }
    } catch (StoreUnavailableException e) {
      log.warn("a lease could not be renewed: {}", e.getMessage());
    } catch (RuntimeException e) {
      log.error("renewing a lease met an unforeseen failure", e);
    }
  }
}
