// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Contact;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.MessengerAdapter;
import io.botflow.connector.messenger.Update;
import io.botflow.messenger.telegram.TelegramAdapter;
import io.botflow.testkit.telegram.TelegramBusiness;
import io.botflow.testkit.telegram.TelegramContent;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramFile;
import io.botflow.testkit.telegram.TelegramMessage;
import io.botflow.testkit.telegram.TelegramSimulator;
import io.botflow.testkit.telegram.WebhookRetries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Telegram, with a customer of the bot's own and one of a business account. */
final class TelegramUnderTest implements MessengerUnderTest {
  private static final Map<String, Media.Type> SHOWN_AS =
      Map.of(
          "sendPhoto", Media.Type.IMAGE,
          "sendVideo", Media.Type.VIDEO,
          "sendAnimation", Media.Type.IMAGE,
          "sendAudio", Media.Type.AUDIO,
          "sendVoice", Media.Type.VOICE,
          "sendSticker", Media.Type.STICKER,
          "sendDocument", Media.Type.FILE);

  private final TelegramSimulator telegram =
      TelegramSimulator.builder().webhookRetries(WebhookRetries.telegram().scaled(0.01)).start();
  private final TelegramCustomer ivan = telegram.customer(3_527_065, "Іван", "Петренко", "uk");
  private final TelegramAdapter adapter =
      TelegramAdapter.builder(telegram.token())
          .apiUri(telegram.apiUri())
          .webhookSecret(TestRoute.TELEGRAM_SECRET)
          .build();

  @Override
  public MessengerAdapter adapter() {
    return adapter;
  }

  @Override
  public void deliverTo(URI webhook) {
    try {
      adapter.webhook().set(webhook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String customerId() {
    return Long.toString(ivan.id());
  }

  @Override
  public void begin() {
    ivan.start("");
  }

  @Override
  public Optional<Content> send(Content sample) {
    return switch (sample.kind()) {
      case TEXT -> sent(sample, () -> ivan.sendText(((Text) sample.part()).text()));
      case IMAGE -> sent(sample, TelegramContent.photo(sample.file()));
      case VIDEO -> sent(sample, TelegramContent.video(sample.file()));
      case AUDIO ->
          sent(
              sample,
              TelegramContent.audio(
                  String.valueOf(sample.media().fileName()),
                  String.valueOf(sample.media().mimeType()),
                  sample.file()));
      case VOICE -> sent(sample, () -> ivan.sendVoice(sample.file()));
      case STICKER -> sent(sample, () -> ivan.sendSticker(sample.file(), "😀"));
      case FILE ->
          sent(
              sample,
              TelegramContent.document(
                  String.valueOf(sample.media().fileName()),
                  String.valueOf(sample.media().mimeType()),
                  sample.file()));
      case LINK -> sent(sample, () -> ivan.sendText(sample.words().get(0)));
      case LOCATION -> {
        Location place = (Location) sample.part();
        yield sent(
            sample,
            () ->
                ivan.send(
                    TelegramContent.venue(
                        place.latitude(),
                        place.longitude(),
                        String.valueOf(place.name()),
                        String.valueOf(place.address()))));
      }
      case CONTACT -> {
        Contact contact = (Contact) sample.part();
        yield sent(sample, () -> ivan.sendContact(contact.phoneNumber(), contact.name()));
      }
      case SELECTION -> press(sample);
      case OPAQUE ->
          sent(Content.of(Opaque.of("dice", "🎲")), () -> ivan.send(TelegramContent.dice(6)));
      case CHOICES, CARD, CAROUSEL, TEMPLATE, DATE_PICKER -> Optional.empty();
    };
  }

  private Optional<Content> sent(Content sample, TelegramContent content) {
    String caption = sample.media().caption();
    return sent(sample, () -> ivan.send(caption == null ? content : content.caption(caption)));
  }

  private static Optional<Content> sent(Content content, Runnable sending) {
    sending.run();
    return Optional.of(content);
  }

  /** Presses the button of that label in our last message. */
  private Optional<Content> press(Content sample) {
    String label = ((Selection) sample.part()).label();
    return sent(sample, () -> ivan.pressButton(last(), label));
  }

  private TelegramMessage last() {
    List<TelegramMessage> messages = ivan.messages();
    return messages.get(messages.size() - 1);
  }

  @Override
  public Optional<Told> tell(Class<? extends Update> update) {
    if (update == Update.Received.class) {
      ivan.sendText("слово");
      return Told.of(1, "слово");
    }
    if (update == Update.Edited.class) {
      ivan.edit(ivan.sendText("слво"), "слово");
      return Told.of(2, "слово");
    }
    if (update == Update.Reacted.class) {
      ivan.react(last().id(), "👍");
      return Told.of(1, "👍");
    }
    if (update == Update.Stopped.class) {
      ivan.block();
      return Told.of(1, "");
    }
    if (update == Update.Started.class) {
      ivan.block();
      ivan.unblock();
      return Told.of(2, "");
    }
    if (update == Update.Deleted.class) {
      // Telegram tells of it in the chats of business accounts only; that these connect is no news.
      TelegramBusiness shop = telegram.business(900);
      shop.connect(true);
      long message = shop.customer(3_527_067, "Ольга").sendText("слово");
      shop.delete(3_527_067, List.of(message));
      return Told.of(2, "🗑️");
    }
    return Optional.empty();
  }

  @Override
  public List<Content> shown() {
    List<Content> all = new ArrayList<>();
    ivan.messages().forEach(message -> all.addAll(shown(message)));
    return all;
  }

  private static List<Content> shown(TelegramMessage message) {
    List<Content> all = new ArrayList<>();
    String text = message.text();
    message.file().ifPresent(file -> all.add(shown(file, message.method(), message.caption())));
    JsonNode place = message.json().path("location");
    if (place.isObject()) {
      JsonNode venue = message.json().path("venue");
      all.add(
          Content.of(
              new Location(
                  place.path("latitude").asDouble(),
                  place.path("longitude").asDouble(),
                  venue.path("title").textValue(),
                  venue.path("address").textValue())));
    }
    JsonNode contact = message.json().path("contact");
    if (contact.isObject()) {
      all.add(
          Content.of(
              Contact.of(
                  contact.path("first_name").asText(), contact.path("phone_number").asText())));
    }
    List<Choice> buttons = new ArrayList<>();
    for (JsonNode row : message.replyMarkup().path("inline_keyboard")) {
      for (JsonNode button : row) {
        String page = button.path("url").asText();
        buttons.add(
            Choice.of(button.path("text").asText(), button.path("callback_data").asText(page)));
        if (!page.isEmpty()) {
          all.add(Content.of(Media.of(Media.Type.LINK, new MediaSource.Url(URI.create(page)))));
        }
      }
    }
    if (!buttons.isEmpty()) {
      all.add(Content.of(new Choices(text, buttons)));
    } else if (!text.isEmpty()) {
      all.add(Content.of(new Text(text)));
    }
    return all;
  }

  private static Content shown(TelegramFile file, String method, String caption) {
    return Content.of(
        SHOWN_AS.getOrDefault(method, Media.Type.FILE),
        file.fileName().orElse("file"),
        file.mimeType(),
        file.bytes(),
        caption.isEmpty() ? null : caption);
  }

  @Override
  public void close() {
    adapter.close();
    telegram.close();
  }
}
