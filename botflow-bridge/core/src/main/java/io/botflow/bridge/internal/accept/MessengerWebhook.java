// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.accept;

import io.botflow.bridge.internal.fetch.FetchOrder;
import io.botflow.bridge.internal.lane.LaneKeys;
import io.botflow.bridge.internal.turn.Wordless;
import io.botflow.bridge.internal.typing.CustomerTyping;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.EntryKind;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.messenger.InvalidSignatureException;
import io.botflow.connector.messenger.ReceivedWebhook;
import io.botflow.connector.messenger.Update;
import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The webhook of one messenger account. Thread-safe. */
public final class MessengerWebhook implements WebHandler {
  private static final Logger log = LoggerFactory.getLogger(MessengerWebhook.class);

  private final Route route;
  private final Intake intake;
  private final CustomerTyping typing;
  private final MessageTimes times;

  /**
   * Makes the webhook.
   *
   * @param route whose messages come here
   * @param intake where they go
   * @param typing tells that customers type
   * @param times tells messages of one second apart
   */
  public MessengerWebhook(Route route, Intake intake, CustomerTyping typing, MessageTimes times) {
    this.route = route;
    this.intake = intake;
    this.typing = typing;
    this.times = times;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    ReceivedWebhook received;
    try {
      received = route.adapter().receive(request);
    } catch (InvalidSignatureException e) {
      return intake.refuse(request.path(), e.status(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return keepUnread(request, e);
    }
    received.ignored().forEach(reason -> intake.ignore(route.id(), reason));
    return intake.acceptThen(
        received.response(), items(route, received.updates(), typing, times), request.path());
  }

  /**
   * The adapter should not have failed. Refusing would make the messenger repeat for hours and hold
   * the customer up; taking it silently would lose it: so it is kept as a dead letter.
   */
  private WebResponse keepUnread(WebRequest request, RuntimeException failure) {
    log.error(
        "{}: the adapter failed, the webhook is kept as a dead letter",
        request.path(),
        Wordless.of(failure));
    String digest = Intake.digest(request.body());
    return intake.acceptThen(
        WebResponse.empty(200),
        List.of(
            new Intake.Item(
                "unread",
                LaneKeys.unreadable(
                    EntryKind.INBOUND, route.id(), digest, Intake.text(request.body())))),
        request.path());
  }

  /** What is to be stored. That a customer types is told at once or never. */
  static List<Intake.Item> items(
      Route route, List<Update> updates, CustomerTyping typing, MessageTimes times) {
    updates.stream()
        .filter(Update.Typing.class::isInstance)
        .forEach(update -> typing.started(route.id(), update.peer()));
    return updates.stream()
        .filter(update -> !(update instanceof Update.Typing))
        .map(update -> item(route, times.spread(update)))
        .toList();
  }

  private static Intake.Item item(Route route, Update update) {
    boolean status =
        update instanceof Update.Delivered
            || update instanceof Update.Read
            || update instanceof Update.Failed;
    return new Intake.Item(
        update.id(),
        LaneKeys.entry(
            status ? EntryKind.STATUS : EntryKind.INBOUND,
            route.id(),
            update.peer().userId(),
            update.id(),
            MessageJson.write(update)),
        FetchOrder.inbound(route.id(), update).orElse(null));
  }
}
