// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * A {@code multipart/form-data} body, taken apart into its parts (RFC 7578).
 *
 * <p>Binary safe: nothing but the boundary is searched for, so a part may hold any bytes. Header
 * lines are read as UTF-8, as browsers and {@code curl} write them. Immutable and safe for
 * concurrent use, as long as nobody changes an array that a part handed out.
 */
public final class MultipartForm {
  private final List<Part> parts;

  private MultipartForm(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * Whether a content type announces a form that {@link #parse} reads.
   *
   * @param contentType the header's value, or null when it is absent
   * @return true for {@code multipart/form-data}, in any case
   */
  public static boolean matches(@Nullable String contentType) {
    return contentType != null
        && contentType.strip().toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  /**
   * Reads a form.
   *
   * @param contentType the request's content type with its {@code boundary}
   * @param body the raw body
   * @return the form with its parts in the order sent
   * @throws IllegalArgumentException if the boundary is missing, a part has no name, or the body
   *     ends before the closing boundary; the message says which
   */
  public static MultipartForm parse(String contentType, byte[] body) {
    Objects.requireNonNull(body, "body");
    String boundary =
        HeaderParameters.of(contentType)
            .get("boundary")
            .filter(value -> !value.isEmpty())
            .orElseThrow(() -> new IllegalArgumentException("multipart: no boundary"));
    return new MultipartForm(new Reader(body, boundary).parts());
  }

  /**
   * All parts in the order sent.
   *
   * @return an unmodifiable list
   */
  public List<Part> parts() {
    return parts;
  }

  /**
   * The first part of a name.
   *
   * @param name the field's name
   * @return the part, or empty when the form has none of that name
   */
  public Optional<Part> part(String name) {
    Objects.requireNonNull(name, "name");
    return parts.stream().filter(part -> part.name().equals(name)).findFirst();
  }

  /** One field or one file of a form. */
  public static final class Part {
    private final String name;
    @Nullable private final String fileName;
    @Nullable private final String contentType;
    private final byte[] bytes;

    private Part(
        String name, @Nullable String fileName, @Nullable String contentType, byte[] bytes) {
      this.name = name;
      this.fileName = fileName;
      this.contentType = contentType;
      this.bytes = bytes;
    }

    /**
     * The field's name.
     *
     * @return the name from {@code Content-Disposition}
     */
    public String name() {
      return name;
    }

    /**
     * The file's name; its presence is what makes a part a file.
     *
     * @return the name, or empty for a plain field
     */
    public Optional<String> fileName() {
      return Optional.ofNullable(fileName);
    }

    /**
     * The part's own content type.
     *
     * @return the header's value as sent, or empty when the part has none
     */
    public Optional<String> contentType() {
      return Optional.ofNullable(contentType);
    }

    /**
     * The part's content.
     *
     * @return the bytes exactly as sent; the array is shared and must not be changed
     */
    public byte[] bytes() {
      return bytes;
    }

    /**
     * The part's content as text.
     *
     * @return the bytes read as UTF-8
     */
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return name + " (" + bytes.length + " bytes)";
    }
  }

  private static final class Reader {
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};

    private final byte[] body;
    private final byte[] delimiter;
    private int position;

    Reader(byte[] body, String boundary) {
      this.body = body;
      this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
    }

    List<Part> parts() {
      List<Part> parts = new ArrayList<>();
      skipToFirstPart();
      while (!atClosing()) {
        int headersEnd = indexOf(BLANK_LINE, position);
        // A part without any header line is refused with the missing name below.
        int contentStart = headersEnd + BLANK_LINE.length;
        int contentEnd = headersEnd < 0 ? -1 : indexOf(delimiter, headersEnd + 2);
        if (contentEnd < 0) {
          throw new IllegalArgumentException("multipart: body ends inside a part");
        }
        String headers = new String(body, position, headersEnd - position, StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOfRange(body, Math.min(contentStart, contentEnd), contentEnd);
        parts.add(part(headers, content));
        position = contentEnd + delimiter.length;
      }
      return parts;
    }

    private void skipToFirstPart() {
      // The first delimiter has no line break before it when there is no preamble.
      byte[] opening = Arrays.copyOfRange(delimiter, 2, delimiter.length);
      if (Arrays.equals(
          opening, 0, opening.length, body, 0, Math.min(opening.length, body.length))) {
        position = opening.length;
        return;
      }
      int start = indexOf(delimiter, 0);
      if (start < 0) {
        throw new IllegalArgumentException("multipart: boundary not found in the body");
      }
      position = start + delimiter.length;
    }

    /** Steps over what follows a delimiter: two hyphens end the form, a line break opens a part. */
    private boolean atClosing() {
      if (position + 1 < body.length && body[position] == '-' && body[position + 1] == '-') {
        return true;
      }
      while (position < body.length && (body[position] == ' ' || body[position] == '\t')) {
        position++;
      }
      if (position + 1 >= body.length || body[position] != '\r' || body[position + 1] != '\n') {
        throw new IllegalArgumentException("multipart: no line break after a boundary");
      }
      position += 2;
      return false;
    }

    private static Part part(String headers, byte[] content) {
      String disposition = "";
      String contentType = null;
      for (String line : headers.split("\r\n", -1)) {
        int colon = line.indexOf(':');
        if (colon < 0) {
          continue;
        }
        String header = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (header.equals("content-disposition")) {
          disposition = line.substring(colon + 1);
        } else if (header.equals("content-type")) {
          contentType = line.substring(colon + 1).strip();
        }
      }
      HeaderParameters parameters = HeaderParameters.of(disposition);
      String name =
          parameters
              .get("name")
              .orElseThrow(() -> new IllegalArgumentException("multipart: a part has no name"));
      String fileName =
          parameters.get("filename*").or(() -> parameters.get("filename")).orElse(null);
      return new Part(name, fileName, contentType, content);
    }

    private int indexOf(byte[] wanted, int from) {
      int last = body.length - wanted.length;
      for (int i = Math.max(from, 0); i <= last; i++) {
        if (body[i] == wanted[0]
            && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
          return i;
        }
      }
      return -1;
    }
  }
}
