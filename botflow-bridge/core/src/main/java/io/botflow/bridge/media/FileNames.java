// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * Turns a file name that someone else chose into one that is safe in a path, a header and a URL.
 *
 * <p>Letters of every script stay. The typewriter apostrophe becomes the typographic one, which
 * Ukrainian words need and no shell or header treats specially.
 */
final class FileNames {
  /**
   * Short enough that the percent-encoded name of 3-byte letters fits a URL of 2,000 characters.
   */
  static final int MAX_LENGTH = 120;

  private static final Pattern EXTENSION = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9]{1,10}");
  private static final Pattern RESERVED_ON_WINDOWS =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
  private static final String REPLACED = "<>:|?*%`$";

  private FileNames() {}

  static String safe(@Nullable String name, String mimeType) {
    String plain = trimmed(plain(lastSegment(name == null ? "" : name)));
    if (plain.isEmpty()) {
      plain = noun(mimeType);
    }
    if (RESERVED_ON_WINDOWS.matcher(plain).matches()) {
      plain = "_" + plain;
    }
    String extension = extensionOf(plain);
    String stem = plain.substring(0, plain.length() - extension.length());
    if (extension.isEmpty()) {
      extension = MimeTypes.extension(mimeType).map(e -> "." + e).orElse("");
    }
    return trimmed(shortened(stem, MAX_LENGTH - extension.length())) + extension;
  }

  private static String lastSegment(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    Normalizer.normalize(name, Normalizer.Form.NFC)
        .codePoints()
        .forEach(
            c -> {
              if (c == '\'') {
                plain.append('\u2019');
              } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                plain.append(' ');
              } else if (REPLACED.indexOf(c) >= 0) {
                plain.append('_');
              } else if (c != '"' && isVisible(c)) {
                plain.appendCodePoint(c);
              }
            });
    return plain.toString().replaceAll(" {2,}", " ");
  }

  /** Drops what hides or reorders text, but keeps the joiners that scripts and emoji need. */
  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
          false;
      case Character.FORMAT -> codePoint == 0x200C || codePoint == 0x200D;
      default -> true;
    };
  }

  private static String trimmed(String name) {
    int start = 0;
    int end = name.length();
    while (start < end && isDotOrSpace(name.charAt(start))) {
      start++;
    }
    while (end > start && isDotOrSpace(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(start, end);
  }

  private static boolean isDotOrSpace(char c) {
    return c == '.' || c == ' ';
  }

  private static String noun(String mimeType) {
    String family = mimeType.substring(0, Math.max(0, mimeType.indexOf('/')));
    return switch (family.toLowerCase(Locale.ROOT)) {
      case "image", "video", "audio" -> family;
      default -> "file";
    };
  }

  /** The extension with its dot; digits alone are a date or a number, not an extension. */
  private static String extensionOf(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && EXTENSION.matcher(name.substring(dot + 1)).matches()
        ? name.substring(dot)
        : "";
  }

  private static String shortened(String stem, int length) {
    if (stem.length() <= length) {
      return stem;
    }
    int end = Character.isHighSurrogate(stem.charAt(length - 1)) ? length - 1 : length;
    return stem.substring(0, end);
  }
}
