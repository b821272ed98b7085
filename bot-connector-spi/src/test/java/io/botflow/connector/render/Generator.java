// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Contact;
import io.botflow.connector.message.DatePicker;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Template;
import io.botflow.connector.message.Text;
import io.botflow.connector.message.TimeSlot;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.CapabilitiesBuilder;
import io.botflow.connector.messenger.CardLimit;
import io.botflow.connector.messenger.CarouselLimit;
import io.botflow.connector.messenger.ChoiceLimit;
import io.botflow.connector.messenger.TextLimit;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Parts and capabilities by chance, the same for the same seed. Each content that a customer would
 * see carries a mark of its own, in {@link #marks()}.
 */
final class Generator {
  private static final String[] WORDS = {
    "order",
    "Замовлення",
    "їжак",
    "👍",
    "👨‍👩‍👧",
    "é",
    "x",
    ".",
    "Так!",
    "(ні).",
    "\uD83C\uDDFA\uD83C\uDDE6"
  };
  private static final String[] MARKS = {
    "*", "**", "_", "~~", "`", "```\n", "\n```", "[", "](https://a.example/x_y_(1))", "\\", "<", "h"
  };
  private static final String[] BLANKS = {
    " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "     ", "\u2003"
  };
  private static final String[] MIME_TYPES = {
    "image/jpeg", "image/png", "video/mp4", "audio/ogg; codecs=opus", "application/pdf", "junk", ""
  };
  private static final String[] PATTERNS = {
    "image/jpeg", "image/*", "video/mp4", "audio/*", "application/pdf", "*/*"
  };

  private final RandomGenerator random;
  private final List<String> marks = new ArrayList<>();

  Generator(long seed) {
    this.random = new Random(seed);
  }

  /** The marks given out since the last call. */
  List<String> marks() {
    List<String> given = List.copyOf(marks);
    marks.clear();
    return given;
  }

  /** Well-formed text of any shape, often blank at its ends, sometimes nothing but blank. */
  String text() {
    StringBuilder text = new StringBuilder();
    int words = random.nextInt(30);
    for (int i = 0; i < words; i++) {
      text.append(random.nextBoolean() ? pick(BLANKS) : "").append(pick(WORDS));
    }
    return text.append(random.nextInt(3) == 0 ? pick(BLANKS).repeat(random.nextInt(40)) : "")
        .toString();
  }

  /** Markdown of any shape, sound or not. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(40);
    for (int i = 0; i < pieces; i++) {
      text.append(random.nextInt(3) == 0 ? pick(BLANKS) : "")
          .append(random.nextBoolean() ? pick(WORDS) : pick(MARKS));
    }
    return text.toString();
  }

  /** Any sequence of UTF-16 units, well-formed or not. */
  String garbage() {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(60);
    for (int i = 0; i < length; i++) {
      text.append(
          switch (random.nextInt(4)) {
            case 0 -> (char) (Character.MIN_SURROGATE + random.nextInt(0x800));
            case 1 -> (char) random.nextInt(0x10000);
            case 2 -> ' ';
            default -> (char) ('a' + random.nextInt(26));
          });
    }
    return text.toString();
  }

  List<Part> parts() {
    return some(5, this::part);
  }

  Part part() {
    return switch (random.nextInt(13)) {
      case 0 -> new Text(marked());
      case 1 -> new Text(random.nextBoolean() ? text() : garbage());
      case 2, 3 -> media();
      case 4 ->
          new Location(
              random.nextDouble(-90, 90), random.nextDouble(-180, 180), orNull(this::marked), null);
      case 5 ->
          new Contact(random.nextBoolean() ? "" : marked(), mark(), orNull(this::mark), false);
      case 6 -> new Choices(random.nextBoolean() ? text() : marked(), oneOrMore(this::choice));
      case 7 -> card();
      case 8 -> new Carousel(oneOrMore(this::card));
      case 9 ->
          new Template(null, null, orNull(this::marked), marked(), orNull(this::text), Map.of());
      case 10 -> new DatePicker(orNull(this::marked), orNull(this::text), some(6, this::time));
      case 11 -> new Selection(Selection.Source.CARD, mark(), "payload", null);
      default -> new Opaque("dice", random.nextBoolean() ? marked() : garbage(), null);
    };
  }

  Media media() {
    MediaSource source =
        switch (random.nextInt(3)) {
          case 0 -> new MediaSource.Url(URI.create("https://files.example/" + mark() + ".png"));
          case 1 -> new MediaSource.MessengerFile("file");
          default -> new MediaSource.Stored("key.jpg");
        };
    return new Media(
        pick(Media.Type.values()),
        source,
        orNull(() -> pick(MIME_TYPES)),
        orNull(this::mark),
        orNull(() -> (long) random.nextInt(3_000)),
        orNull(random.nextBoolean() ? this::marked : this::text),
        null);
  }

  Capabilities capabilities() {
    return capabilities(limit());
  }

  /** Anything beside text of a given length. */
  Capabilities capabilities(TextLimit text) {
    CapabilitiesBuilder builder = Capabilities.builder(text).markdown(random.nextInt(4) == 0);
    if (random.nextBoolean()) {
      builder.caption(limit());
    }
    if (random.nextBoolean()) {
      builder.caption(limit(), PartKind.IMAGE, PartKind.FILE);
    }
    if (random.nextBoolean()) {
      builder.choices(choiceLimit());
    }
    if (random.nextInt(3) == 0) {
      builder.list(choiceLimit());
    }
    if (random.nextInt(3) == 0) {
      builder.cards(cardLimit());
    } else if (random.nextBoolean()) {
      builder.cardsAsCaptionedMedia(cardLimit());
    }
    if (random.nextBoolean()) {
      int least = 1 + random.nextInt(2);
      builder.carousels(
          new CarouselLimit(least, least + random.nextInt(4), cardLimit(), random.nextBoolean()));
    }
    for (Media.Type type : Media.Type.values()) {
      if (random.nextBoolean()) {
        builder.media(Media.of(type, new MediaSource.Stored("k")).kind(), 1_500, pick(PATTERNS));
      }
    }
    Stream<PartKind> further =
        Arrays.stream(PartKind.values()).filter(kind -> kind.compareTo(PartKind.LOCATION) >= 0);
    return builder
        .shows(further.filter(kind -> random.nextInt(3) == 0).toArray(PartKind[]::new))
        .build();
  }

  private ChoiceLimit choiceLimit() {
    return new ChoiceLimit(
        1 + random.nextInt(5),
        limit(),
        limit(),
        orNull(this::limit),
        random.nextBoolean(),
        random.nextBoolean());
  }

  private CardLimit cardLimit() {
    return new CardLimit(
        orNull(this::limit),
        orNull(this::limit),
        orNull(this::limit),
        pick(CardLimit.Picture.values()),
        random.nextBoolean(),
        random.nextInt(4),
        random.nextInt(4),
        random.nextInt(4),
        random.nextBoolean(),
        limit(),
        limit());
  }

  TextLimit limit() {
    int max = random.nextInt(3) == 0 ? 1 + random.nextInt(8) : 10 + random.nextInt(200);
    return new TextLimit(max, pick(TextLimit.Unit.values()));
  }

  private Card card() {
    CardAction link = new CardAction.Link(orNull(this::mark), "https://shop.example/" + mark());
    return new Card(
        marked(),
        orNull(this::marked),
        orNull(() -> media().source()),
        random.nextBoolean() ? link : null,
        some(3, () -> random.nextBoolean() ? link : new CardAction.Postback(mark(), "payload")));
  }

  private Choice choice() {
    return new Choice(
        random.nextBoolean() ? mark() : mark() + text(),
        random.nextInt(5) == 0 ? "" : "payload",
        random.nextInt(5) == 0 ? "https://files.example/" + mark() + ".png" : null);
  }

  private TimeSlot time() {
    return new TimeSlot(
        Instant.ofEpochSecond(random.nextLong(4_000_000_000L)), orNull(() -> Duration.ofHours(1)));
  }

  private String marked() {
    return text() + " " + mark() + " " + text();
  }

  private String mark() {
    String mark = "m" + random.nextInt(100_000, 1_000_000) + "m";
    marks.add(mark);
    return mark;
  }

  private <T> T orNull(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> oneOrMore(Supplier<T> value) {
    List<T> values = new ArrayList<>(some(6, value));
    values.add(value.get());
    return values;
  }

  private <T> List<T> some(int limit, Supplier<T> value) {
    return Stream.generate(value).limit(random.nextInt(limit)).toList();
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
