// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.Endpoint;
import io.botflow.testkit.genesys.internal.rest.Ids;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Faults of the platform that a test scripts; thread-safe. */
public final class Faults {
  private final Scripted inbound = new Scripted();
  private final Scripted configuration = new Scripted();
  private final Scripted creations = new Scripted();
  private final Scripted botConnector = new Scripted();
  private volatile Duration inboundDelay = Duration.ZERO;

  /** A status for the next so many requests of one sort. */
  private static final class Scripted {
    private final ReentrantLock lock = new ReentrantLock();
    private int status;
    private int left;

    void script(int failureStatus, int times) {
      if (failureStatus < 400 || failureStatus > 599) {
        throw new IllegalArgumentException(
            "failureStatus must be 4xx or 5xx, was " + failureStatus);
      }
      lock.lock();
      try {
        status = failureStatus;
        left = times;
      } finally {
        lock.unlock();
      }
    }

    Optional<ApiError> take() {
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
  }

  Faults() {}

  /**
   * Makes the next inbound requests fail: nothing is recorded. A 429 carries {@code Retry-After:
   * 1}.
   *
   * @param failureStatus the status to answer, from 400 to 599
   * @param times how many requests fail
   */
  public void nextInbound(int failureStatus, int times) {
    inbound.script(failureStatus, times);
  }

  /**
   * Makes the next requests that read or change the configuration fail, with no effect; for example
   * by 409 or 412, whose conditions are not documented. A 429 carries {@code Retry-After: 1}.
   *
   * @param failureStatus the status to answer, from 400 to 599
   * @param times how many requests fail
   */
  public void nextConfiguration(int failureStatus, int times) {
    configuration.script(failureStatus, times);
  }

  /**
   * Makes the next integrations that are created over the API end as {@code Error}; the request
   * itself is accepted.
   *
   * @param failureStatus the status within the integration's {@code createError}, from 400 to 599
   * @param times how many creations fail
   */
  public void nextCreations(int failureStatus, int times) {
    creations.script(failureStatus, times);
  }

  /**
   * Makes the next requests to the Bot Connector's API fail, with no effect: bot lists, outgoing
   * messages, text bots. A 429 carries {@code Retry-After: 1}.
   *
   * @param failureStatus the status to answer, from 400 to 599
   * @param times how many requests fail
   */
  public void nextBotConnector(int failureStatus, int times) {
    botConnector.script(failureStatus, times);
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
      Optional<ApiError> fault = inbound.take();
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

  /** An endpoint of the configuration that fails as scripted. */
  Endpoint aroundConfiguration(Endpoint endpoint) {
    return failing(configuration, endpoint);
  }

  /** An endpoint of the Bot Connector that fails as scripted. */
  Endpoint aroundBotConnector(Endpoint endpoint) {
    return failing(botConnector, endpoint);
  }

  private static Endpoint failing(Scripted faults, Endpoint endpoint) {
    return call -> {
      Optional<ApiError> fault = faults.take();
      if (fault.isPresent()) {
        throw fault.get();
      }
      return endpoint.answer(call);
    };
  }

  /** Why the integration that is created now will fail to be. */
  Optional<ObjectNode> takeCreation() {
    return creations.take().map(error -> error.body(Ids.uuid()));
  }

  private static ApiError error(int status) {
    if (status == 429) {
      return ApiError.rateLimited(1);
    }
    Map<Integer, String> codes =
        Map.of(
            400, "bad.request",
            401, "bad.credentials",
            403, "missing.permissions",
            404, "not.found",
            409, "conflict",
            412, "precondition.failed",
            500, "internal.server.error",
            503, "service.unavailable",
            504, "request.timeout");
    return new ApiError(
        status, codes.getOrDefault(status, "scripted.fault"), "A scripted fault of the simulator.");
  }
}
