// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.annotation.Nullable;

/**
 * A file in a conversation: its description and, when the platform has it, its bytes; immutable.
 */
public final class AttachmentRecord {
  /** Whether the platform has the file. */
  public enum State {
    /** It is being fetched from the URL that came with the message. */
    FETCHING,
    /** The platform has the bytes. */
    STORED,
    /** The supported content profile does not allow it: the message came without it. */
    DROPPED,
    /** It could not be fetched; {@link AttachmentRecord#problem()} says why. */
    FAILED
  }

  private final String id;
  private final String name;
  private final String mime;
  private final String mediaType;
  private final State state;
  private final String problem;
  private final byte[] bytes;

  AttachmentRecord(
      String id,
      String name,
      String mime,
      String mediaType,
      State state,
      String problem,
      @Nullable byte[] bytes) {
    this.id = id;
    this.name = name;
    this.mime = mime;
    this.mediaType = mediaType;
    this.state = state;
    this.problem = problem;
    this.bytes = bytes == null ? new byte[0] : bytes;
  }

  /**
   * The attachment's id.
   *
   * @return the id that came with it, or the platform's own
   */
  public String id() {
    return id;
  }

  /**
   * The file's name.
   *
   * @return the name, or an empty text when none was given
   */
  public String name() {
    return name;
  }

  /**
   * The media type as declared by who sent it.
   *
   * @return for example {@code image/jpeg}
   */
  public String mime() {
    return mime;
  }

  /**
   * The kind of media as Genesys Cloud names it.
   *
   * @return {@code Image}, {@code Video}, {@code Audio}, {@code File} or {@code Link}
   */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Whether the platform has the file.
   *
   * @return the state at the time of the snapshot
   */
  public State state() {
    return state;
  }

  /**
   * Why the platform does not have the file.
   *
   * @return a reason, or an empty text
   */
  public String problem() {
    return problem;
  }

  /**
   * The file's size.
   *
   * @return the number of bytes; 0 unless {@link State#STORED}
   */
  public long size() {
    return bytes.length;
  }

  /**
   * The file's bytes.
   *
   * @return a copy; empty unless {@link State#STORED}
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * The SHA-256 of the bytes that the platform has.
   *
   * @return 64 lower-case hex digits
   */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "%s %s (%d bytes, %s)".formatted(name, mime, bytes.length, state);
  }
}
