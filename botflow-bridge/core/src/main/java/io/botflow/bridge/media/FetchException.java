// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.OptionalInt;
import javax.annotation.Nullable;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Thrown when a file cannot be fetched from elsewhere; {@link #reason()} tells whether another
 * attempt makes sense.
 *
 * <p>The message names the host only: the rest of such a URL is often a key to the content.
 */
public final class FetchException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What a failure means for the next attempt. */
  public enum Reason {
    /** The {@link FetchPolicy} forbids it, or the host does not prove who it is; do not retry. */
    REFUSED,
    /** The file is not to be had any more, as after 403, 404 or 410; do not retry. */
    GONE,
    /** The host cannot be reached, is overloaded, slow or broke off; retry later. */
    TEMPORARY
  }

  private final Reason reason;
  private final String host;
  private final int status;

  private FetchException(
      Reason reason, String host, int status, String problem, @Nullable Throwable cause) {
    super("media from " + host + ": " + problem, cause);
    this.reason = Objects.requireNonNull(reason, "reason");
    this.host = host;
    this.status = status;
  }

  static FetchException refused(String host, String problem) {
    return new FetchException(Reason.REFUSED, host, -1, "refused, " + problem, null);
  }

  static FetchException refused(String host, String problem, Throwable cause) {
    return new FetchException(Reason.REFUSED, host, -1, "refused, " + problem, cause);
  }

  static FetchException gone(String host, String problem) {
    return new FetchException(Reason.GONE, host, -1, problem, null);
  }

  static FetchException temporary(String host, String problem, Throwable cause) {
    return new FetchException(Reason.TEMPORARY, host, -1, problem, cause);
  }

  /** No answer: a host that cannot prove its name is not asked again, all else may pass. */
  static FetchException unreachable(String host, IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
        return refused(host, "its certificate does not prove it", failure);
      }
    }
    String kind = failure.getClass().getSimpleName();
    return temporary(host, "cannot be fetched now (" + kind + ")", failure);
  }

  /** An answer without the file: what cannot change by waiting is gone. */
  static FetchException ofStatus(String host, int status) {
    boolean gone = status >= 400 && status < 500 && status != 408 && status != 425 && status != 429;
    return new FetchException(
        gone ? Reason.GONE : Reason.TEMPORARY, host, status, "answered " + status, null);
  }

  /**
   * What the failure means.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  /**
   * Whether another attempt is pointless.
   *
   * @return true unless the reason is {@link Reason#TEMPORARY}
   */
  public boolean permanent() {
    return reason != Reason.TEMPORARY;
  }

  /**
   * The host of the URL that failed, which after a redirect is not the first one.
   *
   * @return the host, or words in its place when the URL had none that could be read
   */
  public String host() {
    return host;
  }

  /**
   * The status of the answer.
   *
   * @return the HTTP status, or empty when there was no answer or it is not the problem
   */
  public OptionalInt status() {
    return status < 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }
}
