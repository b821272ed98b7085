// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.json;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.annotation.Nullable;

/**
 * Marks an {@link Instant} of the wire. Written with exactly three digits of fraction and {@code
 * Z}; read with any number of digits, with an offset, or without a zone (then UTC). A time that
 * cannot be read becomes absent rather than costing the whole message.
 */
@JacksonAnnotationsInside
@JsonSerialize(using = WireInstant.Writer.class)
@JsonDeserialize(using = WireInstant.Reader.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface WireInstant {

  /** Writes {@code yyyy-MM-ddTHH:mm:ss.SSSZ}. */
  final class Writer extends StdSerializer<Instant> {
    /** For Jackson. */
    public Writer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(format(value));
    }

    /**
     * The wire form of a time.
     *
     * @param value any time; what is finer than a millisecond is cut off
     * @return {@code yyyy-MM-ddTHH:mm:ss.SSSZ}
     */
    public static String format(Instant value) {
      LocalDateTime time =
          LocalDateTime.ofEpochSecond(value.getEpochSecond(), value.getNano(), ZoneOffset.UTC);
      StringBuilder out = new StringBuilder(24);
      int year = time.getYear();
      if (year < 0 || year > 9999) {
        out.append(year < 0 ? '-' : '+');
      }
      pad(out, Math.abs(year), 4).append('-');
      pad(out, time.getMonthValue(), 2).append('-');
      pad(out, time.getDayOfMonth(), 2).append('T');
      pad(out, time.getHour(), 2).append(':');
      pad(out, time.getMinute(), 2).append(':');
      pad(out, time.getSecond(), 2).append('.');
      return pad(out, time.getNano() / 1_000_000, 3).append('Z').toString();
    }

    private static StringBuilder pad(StringBuilder out, int number, int width) {
      for (int limit = 10, digits = 1; digits < width; digits++, limit *= 10) {
        if (number < limit) {
          out.append('0');
        }
      }
      return out.append(number);
    }
  }

  /** Reads ISO-8601 leniently. */
  final class Reader extends StdDeserializer<Instant> {
    /** For Jackson. */
    public Reader() {
      super(Instant.class);
    }

    @Override
    @Nullable
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (in.currentToken() == JsonToken.VALUE_STRING) {
        return parse(in.getText());
      }
      in.skipChildren();
      return null;
    }

    @Nullable
    private static Instant parse(String text) {
      String time = text.trim();
      try {
        Instant usual = parseUsual(time);
        if (usual != null) {
          return usual;
        }
        return time.endsWith("Z") || time.endsWith("z")
            ? Instant.parse(time)
            : OffsetDateTime.parse(time).toInstant();
      } catch (DateTimeException e) {
        return parseWithoutZone(time);
      }
    }

    /** The form that is nearly always met, at a tenth of the general parser's cost. */
    @Nullable
    private static Instant parseUsual(String time) {
      int end = time.length() - 1;
      if (end < 19 || end == 20 || end > 29 || !hasUsualSigns(time, end)) {
        return null;
      }
      int year = number(time, 0, 4);
      int month = number(time, 5, 7);
      int day = number(time, 8, 10);
      int hour = number(time, 11, 13);
      int minute = number(time, 14, 16);
      int second = number(time, 17, 19);
      int fraction = end == 19 ? 0 : number(time, 20, end);
      boolean digitsOnly = (year | month | day | hour | minute | second | fraction) >= 0;
      if (!digitsOnly || hour > 23 || second > 59) {
        return null;
      }
      for (int digits = end - 20; digits < 9 && fraction > 0; digits++) {
        fraction *= 10;
      }
      return LocalDateTime.of(year, month, day, hour, minute, second, fraction)
          .toInstant(ZoneOffset.UTC);
    }

    private static boolean hasUsualSigns(String time, int end) {
      return time.charAt(4) == '-'
          && time.charAt(7) == '-'
          && time.charAt(10) == 'T'
          && time.charAt(13) == ':'
          && time.charAt(16) == ':'
          && (end == 19 || time.charAt(19) == '.')
          && time.charAt(end) == 'Z';
    }

    /** The digits as a number, or -1 if there is anything else among them. */
    private static int number(String text, int from, int to) {
      int number = 0;
      for (int i = from; i < to; i++) {
        int digit = text.charAt(i) - '0';
        if (digit < 0 || digit > 9) {
          return -1;
        }
        number = number * 10 + digit;
      }
      return number;
    }

    @Nullable
    private static Instant parseWithoutZone(String time) {
      try {
        return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException e) {
        return null;
      }
    }
  }
}
