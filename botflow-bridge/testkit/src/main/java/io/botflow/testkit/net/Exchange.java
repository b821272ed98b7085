// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.net;

import java.util.concurrent.atomic.AtomicBoolean;

/** What has passed of one request and its answer, and how much more may pass. */
final class Exchange {
  private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

  private final Fault fault;
  private final AtomicBoolean told = new AtomicBoolean();
  // The request is counted by one thread, the answer by another.
  private int requestPassed;
  private int matched;
  private int bodyPassed;
  private int answerPassed;
  private volatile boolean answering;

  Exchange(Fault fault) {
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }

  /** Whether the answer has begun: what the client sends from now on is its next request. */
  boolean answering() {
    return answering;
  }

  /** True for the first who asks. */
  boolean toTell() {
    return told.compareAndSet(false, true);
  }

  /** How many of these bytes of the request may pass; fewer than there are ends the exchange. */
  int admitRequest(byte[] bytes, int length) {
    int admitted =
        switch (fault.kind()) {
          case RESET_REQUEST -> Math.min(length, fault.bytes() - requestPassed);
          case RESET_BODY -> admitBody(bytes, length);
          case LOST_REQUEST -> 0;
          default -> length;
        };
    requestPassed += admitted;
    return admitted;
  }

  private int admitBody(byte[] bytes, int length) {
    int i = 0;
    while (i < length && matched < HEAD_END.length) {
      matched = bytes[i] == HEAD_END[matched] ? matched + 1 : bytes[i] == '\r' ? 1 : 0;
      i++;
    }
    int body = Math.min(length - i, fault.bytes() - bodyPassed);
    bodyPassed += body;
    return i + body;
  }

  /** How many of these bytes of the answer may pass; fewer than there are ends the exchange. */
  int admitAnswer(int length) {
    answering = true;
    int admitted =
        switch (fault.kind()) {
          case RESET_ANSWER, TRUNCATED_ANSWER -> Math.min(length, fault.bytes() - answerPassed);
          case LOST_ANSWER -> 0;
          default -> length;
        };
    answerPassed += admitted;
    return admitted;
  }

  boolean answerIsNew() {
    return answerPassed == 0;
  }
}
