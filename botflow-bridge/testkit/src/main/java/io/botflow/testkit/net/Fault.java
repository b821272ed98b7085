// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.net;

import java.time.Duration;
import java.util.Objects;

/**
 * One misfortune of an exchange: of a request and the answer to it on a connection.
 *
 * <p>Immutable. Bytes are counted from the first byte of the request or of the answer, as they are
 * on the wire: head and body of HTTP, or records of TLS.
 */
public final class Fault {
  static final Fault NONE = new Fault(Kind.NONE, 0, Duration.ZERO);

  enum Kind {
    NONE,
    LATENCY,
    RESET_REQUEST,
    RESET_BODY,
    RESET_ANSWER,
    TRUNCATED_ANSWER,
    LOST_REQUEST,
    LOST_ANSWER,
    SLOW
  }

  private final Kind kind;
  private final int bytes;
  private final Duration delay;

  private Fault(Kind kind, int bytes, Duration delay) {
    this.kind = kind;
    this.bytes = bytes;
    this.delay = delay;
  }

  /**
   * The answer comes later; nothing is broken.
   *
   * @param delay how much later, not negative
   * @return the fault
   */
  public static Fault latency(Duration delay) {
    if (Objects.requireNonNull(delay, "delay").isNegative()) {
      throw new IllegalArgumentException("delay must not be negative, was " + delay);
    }
    return new Fault(Kind.LATENCY, 0, delay);
  }

  /**
   * The connection is reset within the request.
   *
   * @param bytes how many bytes of the request the server gets before; 0 for none
   * @return the fault
   */
  public static Fault resetRequestAfter(int bytes) {
    return counting(Kind.RESET_REQUEST, bytes);
  }

  /**
   * The connection is reset within the body of an HTTP request, whose head the server has. A
   * request without a body, or with a shorter one, passes unharmed.
   *
   * @param bytes how many bytes of the body the server gets before; 0 for none
   * @return the fault
   */
  public static Fault resetBodyAfter(int bytes) {
    return counting(Kind.RESET_BODY, bytes);
  }

  /**
   * The server has the request and has begun to answer when the connection is reset; the client
   * cannot know whether its request was carried out.
   *
   * @param bytes how many bytes of the answer the client gets before, if there are as many; 0 for
   *     none
   * @return the fault
   */
  public static Fault resetAnswerAfter(int bytes) {
    return counting(Kind.RESET_ANSWER, bytes);
  }

  /**
   * The connection is closed in good order within the answer, as by a server that stops.
   *
   * @param bytes how many bytes of the answer the client gets before, if there are as many; 0 for
   *     none
   * @return the fault
   */
  public static Fault truncatedAnswerAfter(int bytes) {
    return counting(Kind.TRUNCATED_ANSWER, bytes);
  }

  /**
   * The request disappears: the connection stays, the server sees nothing, and no answer comes.
   *
   * @return the fault
   */
  public static Fault blackHole() {
    return new Fault(Kind.LOST_REQUEST, 0, Duration.ZERO);
  }

  /**
   * The answer disappears: the server carries the request out, the connection stays, and no answer
   * comes.
   *
   * @return the fault
   */
  public static Fault lostAnswer() {
    return new Fault(Kind.LOST_ANSWER, 0, Duration.ZERO);
  }

  /**
   * Request and answer drip; nothing is broken.
   *
   * @param bytesPerSecond how fast, at least 1
   * @return the fault
   */
  public static Fault slow(int bytesPerSecond) {
    if (bytesPerSecond < 1) {
      throw new IllegalArgumentException("bytesPerSecond must be positive, was " + bytesPerSecond);
    }
    return new Fault(Kind.SLOW, bytesPerSecond, Duration.ZERO);
  }

  private static Fault counting(Kind kind, int bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes must not be negative, was " + bytes);
    }
    return new Fault(kind, bytes, Duration.ZERO);
  }

  Kind kind() {
    return kind;
  }

  /** How many bytes pass; for a slow exchange those of a second. */
  int bytes() {
    return bytes;
  }

  Duration delay() {
    return delay;
  }

  @Override
  public String toString() {
    return switch (kind) {
      case NONE -> "nothing";
      case LATENCY -> "answer " + delay.toMillis() + " ms later";
      case RESET_REQUEST -> "reset after " + bytes + " bytes of the request";
      case RESET_BODY -> "reset after " + bytes + " bytes of the request's body";
      case RESET_ANSWER -> "reset after " + bytes + " bytes of the answer";
      case TRUNCATED_ANSWER -> "closed after " + bytes + " bytes of the answer";
      case LOST_REQUEST -> "black hole";
      case LOST_ANSWER -> "lost answer";
      case SLOW -> bytes + " bytes a second";
    };
  }
}
