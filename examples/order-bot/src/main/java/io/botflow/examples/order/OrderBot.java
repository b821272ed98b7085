// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.order;

import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Slot;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Text;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small bot that tells the status of an order, in Ukrainian and English, and calls an operator
 * when asked to.
 *
 * <p>It keeps nothing between turns, so it needs no session.
 */
public final class OrderBot implements Bot {
  /** The bot's id in Genesys Cloud. */
  public static final String ID = "order-bot";

  /** Its only version. */
  public static final String VERSION = "1";

  /** The intent of a customer who has what they came for. */
  public static final String ORDER_DONE = "order-status";

  /** The intent of a customer who wants an operator. */
  public static final String CALL_OPERATOR = "call-operator";

  /** The queue to which such a customer is handed over. */
  public static final String GROUP = "Support";

  private static final String OFFICE = "deliver:office";
  private static final String COURIER = "deliver:courier";
  private static final Pattern ORDER = Pattern.compile("\\b(\\d{4,8})\\b");
  private static final Pattern UKRAINIAN =
      Pattern.compile("[а-щьюяґєії]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  @Override
  public BotDescription describe() {
    return new BotDescription(
        ID,
        "Order bot",
        "BotFlow examples",
        "Tells the status of an order and calls an operator",
        List.of(
            new BotVersion(
                VERSION,
                List.of("uk-ua", "en-us"),
                List.of(
                    Intent.of(ORDER_DONE, Slot.of("order", Slot.Type.STRING)),
                    Intent.of(CALL_OPERATOR)))));
  }

  @Override
  public Reply answer(Turn turn) {
    String said = turn.text().toLowerCase(Locale.ROOT);
    boolean ukrainian =
        UKRAINIAN.matcher(said).find() || (said.isBlank() && turn.language().startsWith("uk"));
    if (said.contains("operator")
        || said.contains("human")
        || said.contains("оператор")
        || said.contains("людин")) {
      return Reply.handOver(
          CALL_OPERATOR,
          GROUP,
          new Text(
              ukrainian ? "З'єдную вас з оператором." : "I am connecting you with an operator."));
    }
    if (said.equals("menu") || said.equals("меню")) {
      return Reply.awaitMore(menu(ukrainian));
    }
    if (pressed(turn, OFFICE) || pressed(turn, COURIER)) {
      return Reply.awaitMore(new Text((ukrainian ? "Записав: " : "Noted: ") + turn.text()));
    }
    if (said.contains("packaging") || said.contains("пакування")) {
      return Reply.awaitMore(boxes(ukrainian));
    }
    if (said.contains("thank") || said.contains("дякую")) {
      return Reply.complete(ORDER_DONE, new Text(ukrainian ? "Гарного дня!" : "Have a nice day!"));
    }
    Matcher order = ORDER.matcher(said);
    if (order.find()) {
      return new Reply.AwaitMore(List.of(new Text(status(order.group(1), ukrainian))));
    }
    if (said.isBlank()) {
      return Reply.awaitMore(
          new Text(
              ukrainian
                  ? "Файл отримано, передам його операторові."
                  : "I have your file and will pass it on."));
    }
    return Reply.awaitMore(
        new Text(
            ukrainian
                ? "Вітаю! Напишіть номер замовлення, і я скажу, де воно. Або попросіть оператора."
                : "Hello! Write the number of your order and I will tell where it is. Or ask for an operator."));
  }

  private static boolean pressed(Turn turn, String payload) {
    Selection selection = turn.selection();
    return selection != null && selection.payload().equals(payload);
  }

  private static Choices menu(boolean ukrainian) {
    return ukrainian
        ? new Choices(
            "Як доставити?", List.of(Choice.of("Відділення", OFFICE), Choice.of("Кур'єр", COURIER)))
        : new Choices(
            "How shall we deliver?",
            List.of(Choice.of("Post office", OFFICE), Choice.of("Courier", COURIER)));
  }

  private static Carousel boxes(boolean ukrainian) {
    return new Carousel(
        List.of(
            box(ukrainian ? "Коробка S" : "Box S", ukrainian ? "до 2 кг" : "up to 2 kg", "box-s"),
            box(
                ukrainian ? "Коробка L" : "Box L",
                ukrainian ? "до 10 кг" : "up to 10 kg",
                "box-l")));
  }

  private static Card box(String title, String description, String payload) {
    return new Card(
        title, description, null, null, List.of(new CardAction.Postback(title, payload)));
  }

  /** The last digit decides: an example needs no warehouse. */
  private static String status(String order, boolean ukrainian) {
    boolean delivered = (order.charAt(order.length() - 1) - '0') % 2 == 0;
    if (ukrainian) {
      return "Замовлення " + order + (delivered ? " вже у відділенні." : " у дорозі, буде завтра.");
    }
    return "Order "
        + order
        + (delivered ? " waits at the post office." : " is on its way and arrives tomorrow.");
  }
}
