// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.Nullable;

/**
 * Settles the type of a file between what somebody declared and what its first bytes show.
 *
 * <p>Bytes that carry the mark of a type are of that type, whatever was declared, except where the
 * declared type is a closer or another rightful name for what carries such a mark: the sound in a
 * container that may hold a film, a document that is an archive. Bytes without a mark are what was
 * declared.
 */
final class MimeClaims {
  private static final Set<String> ISO_MEDIA =
      Set.of(
          "video/mp4",
          "audio/mp4",
          "audio/m4a",
          "audio/x-m4a",
          "video/x-m4v",
          "video/quicktime",
          "video/3gpp",
          "audio/3gpp",
          "video/3gpp2",
          "audio/3gpp2");
  private static final Set<String> HEIF =
      Set.of(
          "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence", "image/avif");
  private static final Set<String> OGG =
      Set.of("audio/ogg", "video/ogg", "application/ogg", "audio/opus", "audio/vorbis");
  private static final Set<String> MATROSKA =
      Set.of("video/webm", "audio/webm", "video/x-matroska", "audio/x-matroska");

  /** For each type that bytes show, the other types that may be declared of them. */
  private static final Map<String, Set<String>> NAMES =
      Map.ofEntries(
          Map.entry("video/mp4", ISO_MEDIA),
          Map.entry("audio/mp4", ISO_MEDIA),
          Map.entry("video/quicktime", ISO_MEDIA),
          Map.entry("video/3gpp", ISO_MEDIA),
          Map.entry("image/heic", HEIF),
          Map.entry("image/heif", HEIF),
          Map.entry("image/avif", HEIF),
          Map.entry("audio/ogg", OGG),
          Map.entry("video/ogg", OGG),
          Map.entry("video/webm", MATROSKA),
          Map.entry("video/x-matroska", MATROSKA),
          Map.entry("image/png", Set.of("image/apng", "image/vnd.mozilla.apng")),
          Map.entry("audio/wav", Set.of("audio/x-wav", "audio/wave", "audio/vnd.wave")),
          Map.entry("audio/flac", Set.of("audio/x-flac")),
          Map.entry("video/x-msvideo", Set.of("video/avi", "video/msvideo", "video/vnd.avi")),
          Map.entry(
              "application/pdf",
              Set.of("application/x-pdf", "application/illustrator", "application/postscript")));

  private MimeClaims() {}

  /** The type, in lower case and without parameters; {@code application/octet-stream} at worst. */
  static String settle(@Nullable String declared, byte[] head) {
    String essence = MimeTypes.essence(declared);
    Optional<String> seen = MimeSniffer.sniff(head);
    if (seen.isEmpty()) {
      return essence;
    }
    return essence.equals(MimeTypes.UNKNOWN) || !mayBeCalled(seen.get(), essence)
        ? seen.get()
        : essence;
  }

  private static boolean mayBeCalled(String seen, String declared) {
    if (seen.equals(declared) || NAMES.getOrDefault(seen, Set.of()).contains(declared)) {
      return true;
    }
    return switch (seen) {
      // A tag or a frame in front says sound, and not more.
      case "audio/mpeg", "audio/aac" -> declared.startsWith("audio/");
      // What cameras write by their own names.
      case "image/tiff" -> declared.startsWith("image/x-");
      case "application/zip" ->
          declared.startsWith("application/") || declared.startsWith("model/");
      default -> isOffice(seen) && declared.startsWith("application/vnd.");
    };
  }

  private static boolean isOffice(String type) {
    return type.startsWith("application/vnd.");
  }
}
