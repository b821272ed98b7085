// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/** What the bridge knows of MIME types by name alone. */
final class MimeTypes {
  static final String UNKNOWN = "application/octet-stream";

  private static final Pattern ESSENCE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

  private static final Map<String, String> EXTENSIONS =
      Map.ofEntries(
          Map.entry("image/jpeg", "jpg"),
          Map.entry("image/png", "png"),
          Map.entry("image/gif", "gif"),
          Map.entry("image/webp", "webp"),
          Map.entry("image/heic", "heic"),
          Map.entry("image/heif", "heif"),
          Map.entry("image/avif", "avif"),
          Map.entry("image/bmp", "bmp"),
          Map.entry("image/tiff", "tif"),
          Map.entry("image/svg+xml", "svg"),
          Map.entry("video/mp4", "mp4"),
          Map.entry("video/webm", "webm"),
          Map.entry("video/quicktime", "mov"),
          Map.entry("video/3gpp", "3gp"),
          Map.entry("video/mpeg", "mpeg"),
          Map.entry("video/ogg", "ogv"),
          Map.entry("video/x-msvideo", "avi"),
          Map.entry("video/x-matroska", "mkv"),
          Map.entry("audio/mpeg", "mp3"),
          Map.entry("audio/mp4", "m4a"),
          Map.entry("audio/x-m4a", "m4a"),
          Map.entry("audio/aac", "aac"),
          Map.entry("audio/ogg", "ogg"),
          Map.entry("audio/opus", "opus"),
          Map.entry("audio/wav", "wav"),
          Map.entry("audio/x-wav", "wav"),
          Map.entry("audio/webm", "webm"),
          Map.entry("audio/amr", "amr"),
          Map.entry("audio/flac", "flac"),
          Map.entry("application/ogg", "ogg"),
          Map.entry("application/pdf", "pdf"),
          Map.entry("application/zip", "zip"),
          Map.entry("application/gzip", "gz"),
          Map.entry("application/x-7z-compressed", "7z"),
          Map.entry("application/json", "json"),
          Map.entry("application/xml", "xml"),
          Map.entry("application/rtf", "rtf"),
          Map.entry("application/msword", "doc"),
          Map.entry("application/vnd.ms-excel", "xls"),
          Map.entry("application/vnd.ms-powerpoint", "ppt"),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
          Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
          Map.entry("application/vnd.oasis.opendocument.text", "odt"),
          Map.entry("application/vnd.oasis.opendocument.spreadsheet", "ods"),
          Map.entry("application/vnd.oasis.opendocument.presentation", "odp"),
          Map.entry("application/epub+zip", "epub"),
          Map.entry("text/plain", "txt"),
          Map.entry("text/csv", "csv"),
          Map.entry("text/html", "html"),
          Map.entry("text/calendar", "ics"),
          Map.entry("text/vcard", "vcf"),
          Map.entry("text/x-vcard", "vcf"));

  private MimeTypes() {}

  /** The type in lower case without parameters; {@link #UNKNOWN} when it is absent or no type. */
  static String essence(@Nullable String declared) {
    if (declared == null) {
      return UNKNOWN;
    }
    int semicolon = declared.indexOf(';');
    String type =
        (semicolon < 0 ? declared : declared.substring(0, semicolon))
            .strip()
            .toLowerCase(Locale.ROOT);
    return ESSENCE.matcher(type).matches() ? type : UNKNOWN;
  }

  /** The usual extension, without the dot. */
  static Optional<String> extension(String essence) {
    return Optional.ofNullable(EXTENSIONS.get(essence));
  }

  /** Whether a browser may show it in place. SVG may not: it is a document with scripts. */
  static boolean isShownInline(String essence) {
    return essence.equals("application/pdf")
        || essence.startsWith("audio/")
        || essence.startsWith("video/")
        || (essence.startsWith("image/") && !essence.equals("image/svg+xml"));
  }
}
