// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge;

import java.lang.management.ManagementFactory;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The bridge's own threads, which carry a name and do not keep the process alive. */
final class WorkerThreads implements ThreadFactory {
  private final AtomicInteger count = new AtomicInteger();

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "botflow-worker-" + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** Process and host, for people who look into a shared store. */
  static String instanceName() {
    return ManagementFactory.getRuntimeMXBean().getName();
  }
}
