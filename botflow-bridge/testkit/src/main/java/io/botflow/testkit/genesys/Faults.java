// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.Endpoint;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Faults of the platform that a test scripts; thread-safe. */
public final class Faults {
  private final ReentrantLock lock = new ReentrantLock();
  private int status;
  private int left;
  private volatile Duration inboundDelay = Duration.ZERO;

  Faults() {}

  /**
   * Makes the next inbound requests fail: nothing is recorded. A 429 carries {@code Retry-After:
   * 1}.
   *
   * @param failureStatus the status to answer, from 400 to 599
   * @param times how many requests fail
   */
  public void nextInbound(int failureStatus, int times) {
    if (failureStatus < 400 || failureStatus > 599) {
      throw new IllegalArgumentException("failureStatus must be 4xx or 5xx, was " + failureStatus);
    }
    lock.lock();
    try {
      status = failureStatus;
      left = times;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Holds the answers to inbound requests back; the request itself is processed before.
   *
   * @param delay how long; zero switches it off
   */
  public void delayInbound(Duration delay) {
    inboundDelay = Objects.requireNonNull(delay, "delay");
  }

  /** An inbound endpoint that fails and lingers as scripted. */
  Endpoint around(Endpoint endpoint, Workers workers) {
    return call -> {
      Optional<ApiError> fault = takeInbound();
      if (fault.isPresent()) {
        throw fault.get();
      }
      try {
        return endpoint.answer(call);
      } finally {
        if (!inboundDelay.isZero()) {
          workers.pause(inboundDelay);
        }
      }
    };
  }

  private Optional<ApiError> takeInbound() {
    lock.lock();
    try {
      if (left <= 0) {
        return Optional.empty();
      }
      left--;
      return Optional.of(error(status));
    } finally {
      lock.unlock();
    }
  }

  private static ApiError error(int status) {
    if (status == 429) {
      return ApiError.rateLimited(1);
    }
    Map<Integer, String> codes =
        Map.of(
            401, "bad.credentials",
            403, "missing.permissions",
            404, "not.found",
            500, "internal.server.error",
            503, "service.unavailable",
            504, "request.timeout");
    return new ApiError(
        status, codes.getOrDefault(status, "scripted.fault"), "A scripted fault of the simulator.");
  }
}
