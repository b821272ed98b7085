// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.annotation.Nullable;

/** Tells the type of a file from its first bytes, for the kinds that messengers carry. */
final class MimeSniffer {
  /** How many bytes are worth giving: enough to meet the second entry of an Office document. */
  static final int HEAD_BYTES = 4096;

  private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

  private final String head;

  /** Latin-1 maps bytes to characters one to one, which makes prefixes readable. */
  private MimeSniffer(byte[] head) {
    this.head = new String(head, StandardCharsets.ISO_8859_1);
  }

  static Optional<String> sniff(byte[] head) {
    return Optional.ofNullable(new MimeSniffer(head).type());
  }

  private @Nullable String type() {
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    } else if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return "image/png";
    } else if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return "image/gif";
    } else if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
      return "image/tiff";
    } else if (head.startsWith("%PDF-")) {
      return "application/pdf";
    } else if (head.startsWith("RIFF")) {
      return riff();
    } else if (head.startsWith("ftyp", 4)) {
      return isoMedia();
    } else if (head.startsWith("OggS")) {
      return head.startsWith("\u0080theora", 28) ? "video/ogg" : "audio/ogg";
    } else if (head.startsWith("\u001aE\u00df\u00a3")) {
      return matroska();
    } else if (head.startsWith("#!AMR")) {
      return "audio/amr";
    } else if (head.startsWith("fLaC")) {
      return "audio/flac";
    } else if (head.startsWith("ID3") && head.length() > 3 && head.charAt(3) < 0x10) {
      return "audio/mpeg";
    } else if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
      return zip();
    }
    return mpegAudio();
  }

  private @Nullable String riff() {
    if (head.startsWith("WEBP", 8)) {
      return "image/webp";
    } else if (head.startsWith("WAVE", 8)) {
      return "audio/wav";
    }
    return head.startsWith("AVI ", 8) ? "video/x-msvideo" : null;
  }

  private @Nullable String isoMedia() {
    if (head.length() < 12) {
      return null;
    }
    String brand = head.substring(8, 12);
    return switch (brand) {
      case "heic", "heix", "heim", "heis", "hevc", "hevx" -> "image/heic";
      case "mif1", "msf1" -> head.startsWith("heic", 16) ? "image/heic" : "image/heif";
      case "avif", "avis" -> "image/avif";
      case "M4A ", "M4B ", "M4P " -> "audio/mp4";
      case "qt  " -> "video/quicktime";
      default -> brand.startsWith("3g") ? "video/3gpp" : "video/mp4";
    };
  }

  private String matroska() {
    String header = head.substring(0, Math.min(64, head.length()));
    return header.contains("webm") ? "video/webm" : "video/x-matroska";
  }

  /** A frame header without a tag before it: 11 bits of sync, then fields with forbidden values. */
  private @Nullable String mpegAudio() {
    if (head.length() < 4 || head.charAt(0) != 0xFF || (head.charAt(1) & 0xE0) != 0xE0) {
      return null;
    }
    if ((head.charAt(1) & 0xF6) == 0xF0) {
      return "audio/aac";
    }
    boolean version = (head.charAt(1) & 0x18) != 0x08;
    boolean layer3 = (head.charAt(1) & 0x06) == 0x02;
    boolean bitRate = (head.charAt(2) & 0xF0) != 0xF0;
    boolean sampleRate = (head.charAt(2) & 0x0C) != 0x0C;
    return version && layer3 && bitRate && sampleRate ? "audio/mpeg" : null;
  }

  /** Office documents are archives; the names of their first entries tell which. */
  private String zip() {
    if (head.startsWith("mimetype", 30)) {
      int length = littleEndianShort(18);
      int start = 38 + littleEndianShort(28);
      String type = start + length <= head.length() ? head.substring(start, start + length) : "";
      String essence = MimeTypes.essence(type);
      return essence.equals(MimeTypes.UNKNOWN) ? "application/zip" : essence;
    }
    for (int at = 0; at >= 0; at = head.indexOf("PK\u0003\u0004", at + 4)) {
      int name = at + 30;
      if (head.startsWith("word/", name)) {
        return OOXML + "wordprocessingml.document";
      } else if (head.startsWith("xl/", name)) {
        return OOXML + "spreadsheetml.sheet";
      } else if (head.startsWith("ppt/", name)) {
        return OOXML + "presentationml.presentation";
      }
    }
    return "application/zip";
  }

  private int littleEndianShort(int at) {
    return head.charAt(at) | head.charAt(at + 1) << 8;
  }
}
