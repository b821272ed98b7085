// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.http.FileTypes;
import io.botflow.testkit.http.MultipartForm;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.annotation.Nullable;

/** Takes the bytes of announced files; the address itself is the permission. */
final class UploadTarget {
  static final String PATH = "/uploads/";

  private final Uploads uploads;
  private final Media media;

  UploadTarget(Uploads uploads, Media media) {
    this.uploads = uploads;
    this.media = media;
  }

  WebResponse handle(String token, WebRequest request) {
    Upload upload = uploads.withToken(token).orElseThrow(ApiError::notFound);
    Upload.Announced announced = upload.announced();
    boolean form = announced == null && request.method().equals("POST");
    if (!form && !request.method().equals("PUT")) {
      throw ApiError.methodNotAllowed();
    }
    requireHeaders(upload.headers(), request);
    String problem = announced == null ? null : problem(announced, request.body());
    if (problem != null) {
      upload.failed();
      throw InvalidBodyException.of(problem);
    }
    upload.stored(form ? formFile(upload, request) : bareFile(upload, request));
    return WebResponse.empty(200);
  }

  /** A signed address holds only together with the headers that it was signed for. */
  private static void requireHeaders(Map<String, String> headers, WebRequest request) {
    headers.forEach(
        (name, value) -> {
          if (!request.header(name).orElse("").equals(value)) {
            throw ApiError.notAuthorized("The upload needs the header " + name + " as announced.");
          }
        });
  }

  private static @Nullable String problem(Upload.Announced announced, byte[] bytes) {
    if (bytes.length != announced.length()) {
      return "contentLengthBytes was announced as "
          + announced.length()
          + ", the file has "
          + bytes.length;
    }
    String expected = announced.md5();
    return expected == null || matches(expected, bytes)
        ? null
        : "contentMd5 is not that of the file";
  }

  /** The form is not documented: base64, as the HTTP header of that name has it, or hex. */
  private static boolean matches(String expected, byte[] bytes) {
    byte[] digest = md5(bytes);
    return expected.equals(Base64.getEncoder().encodeToString(digest))
        || expected.equalsIgnoreCase(HexFormat.of().formatHex(digest));
  }

  private Upload.Stored formFile(Upload upload, WebRequest request) {
    String type = request.header("Content-Type").orElse("");
    if (!MultipartForm.matches(type)) {
      throw ApiError.unsupportedMediaType();
    }
    MultipartForm.Part part =
        MultipartForm.parse(type, request.body()).parts().stream()
            .filter(one -> one.fileName().isPresent())
            .findFirst()
            .orElseThrow(() -> InvalidBodyException.of("the form should have a file"));
    String name = part.fileName().orElseThrow();
    return file(upload, name, part.contentType().orElse(FileTypes.of(name)), part.bytes());
  }

  private Upload.Stored bareFile(Upload upload, WebRequest request) {
    Upload.Announced announced = upload.announced();
    String name = announced == null ? upload.id() : announced.fileName();
    String type = request.header("Content-Type").orElse(FileTypes.of(name));
    return file(upload, name, type, request.body());
  }

  private Upload.Stored file(Upload upload, String path, String mime, byte[] bytes) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return new Upload.Stored(upload.id(), name, mime, bytes, media.publish(name, mime, bytes));
  }

  private static byte[] md5(byte[] bytes) {
    try {
      return MessageDigest.getInstance("MD5").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
