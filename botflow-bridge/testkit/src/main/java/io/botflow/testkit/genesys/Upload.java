// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Ids;
import java.net.URI;
import java.util.Map;
import javax.annotation.Nullable;

/** A file that an agent's side uploads in order to send it. Thread-safe. */
final class Upload {
  /** How far it has come, in the API's words. */
  enum Status {
    UPLOADING("uploading"),
    VALID("valid"),
    INVALID("invalid");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** What was announced of the file. */
  record Announced(String fileName, long length, @Nullable String md5) {}

  /** The file itself, and where it can be downloaded. */
  static final class Stored {
    private final String id;
    private final String name;
    private final String mime;
    private final byte[] bytes;
    private final URI url;

    Stored(String id, String name, String mime, byte[] bytes, URI url) {
      this.id = id;
      this.name = name;
      this.mime = mime;
      this.bytes = bytes;
      this.url = url;
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

    byte[] bytes() {
      return bytes;
    }

    URI url() {
      return url;
    }
  }

  private record State(Status status, @Nullable Stored file) {}

  private final String id = Ids.uuid();
  private final String token = Ids.token();
  private final String conversationId;
  private final String communicationId;
  private final @Nullable Announced announced;
  private final Map<String, String> headers;
  private volatile State state = new State(Status.UPLOADING, null);

  /**
   * @param announced null for the old way, which announces nothing
   * @param headers what the upload must carry
   */
  Upload(
      String conversationId,
      String communicationId,
      @Nullable Announced announced,
      Map<String, String> headers) {
    this.conversationId = conversationId;
    this.communicationId = communicationId;
    this.announced = announced;
    this.headers = Map.copyOf(headers);
  }

  String id() {
    return id;
  }

  /** The secret part of the address to upload to. */
  String token() {
    return token;
  }

  String conversationId() {
    return conversationId;
  }

  String communicationId() {
    return communicationId;
  }

  @Nullable
  Announced announced() {
    return announced;
  }

  Map<String, String> headers() {
    return headers;
  }

  Status status() {
    return state.status();
  }

  @Nullable
  Stored file() {
    return state.file();
  }

  void stored(Stored file) {
    state = new State(Status.VALID, file);
  }

  void failed() {
    state = new State(Status.INVALID, null);
  }
}
