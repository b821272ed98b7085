// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Ids;
import java.net.URI;
import java.util.Locale;
import javax.annotation.Nullable;

/** An attachment as its bytes arrive; guarded by the ledger. */
final class Attachment {
  private final String id;
  private final String name;
  private final String mime;
  private final String mediaType;
  private AttachmentRecord.State state = AttachmentRecord.State.FETCHING;
  private String problem = "";
  private @Nullable byte[] bytes;
  private @Nullable String url;

  Attachment(String id, String name, String mime, String mediaType) {
    this.id = id;
    this.name = name;
    this.mime = mime;
    this.mediaType = mediaType;
  }

  /** A file that an agent sends; the kind of media follows from its MIME type. */
  static Attachment ofFile(String name, String mime, byte[] bytes) {
    return ofFile(Ids.uuid(), name, mime, bytes);
  }

  static Attachment ofFile(String id, String name, String mime, byte[] bytes) {
    String family = mime.split("/", 2)[0].toLowerCase(Locale.ROOT);
    String mediaType =
        switch (family) {
          case "image" -> "Image";
          case "video" -> "Video";
          case "audio" -> "Audio";
          default -> "File";
        };
    Attachment attachment = new Attachment(id, name, mime, mediaType);
    attachment.stored(bytes.clone());
    return attachment;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  String mime() {
    return mime;
  }

  String mediaType() {
    return mediaType;
  }

  /** Where the file can be had now. */
  @Nullable
  String url() {
    return url;
  }

  Attachment url(URI value) {
    url = value.toString();
    return this;
  }

  boolean isDropped() {
    return state == AttachmentRecord.State.DROPPED;
  }

  /** How many bytes the platform has; 0 unless it has the file. */
  int size() {
    return bytes == null ? 0 : bytes.length;
  }

  boolean settled() {
    return state != AttachmentRecord.State.FETCHING;
  }

  void stored(byte[] content) {
    bytes = content;
    state = AttachmentRecord.State.STORED;
  }

  void failed(String why) {
    problem = why;
    state = AttachmentRecord.State.FAILED;
  }

  void dropped(String why) {
    problem = why;
    state = AttachmentRecord.State.DROPPED;
  }

  AttachmentRecord snapshot() {
    return new AttachmentRecord(id, name, mime, mediaType, state, problem, bytes);
  }
}
