// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import io.botflow.testkit.genesys.ConversationRecord;
import io.botflow.testkit.genesys.GenesysCloudSimulator;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.TrafficEvent;
import io.botflow.testkit.history.History;
import io.botflow.testkit.net.FaultProxy;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Fills histories with what the simulators saw; customers go by their ids, messages by texts. */
final class Histories {
  /** Every message that Genesys Cloud was given, be it for the first time or again. */
  static final class Attempts {
    private final List<TrafficEvent> events = new CopyOnWriteArrayList<>();
    private final GenesysCloudSimulator genesys;

    Attempts(GenesysCloudSimulator genesys) {
      this.genesys = genesys;
      genesys.onTraffic(
          event -> {
            if (event.kind() == TrafficEvent.Kind.INBOUND_MESSAGE) {
              events.add(event);
            }
          });
    }

    void into(History history) {
      Map<String, String> customers = new HashMap<>();
      Map<String, String> texts = new HashMap<>();
      for (ConversationRecord conversation : genesys.conversations()) {
        for (MessageRecord message : conversation.messages()) {
          customers.put(message.id(), conversation.customerId());
          texts.put(message.id(), String.valueOf(message.text()));
        }
      }
      events.forEach(
          event ->
              history.arrived(
                  String.valueOf(customers.get(event.messageId())),
                  String.valueOf(texts.get(event.messageId())),
                  event.time()));
    }
  }

  private Histories() {}

  /** What Genesys Cloud recorded, which knows a repeat by its id. */
  static void recorded(GenesysCloudSimulator genesys, History history) {
    for (ConversationRecord conversation : genesys.conversations()) {
      conversation.messages().stream()
          .filter(MessageRecord::fromCustomer)
          .forEach(
              message ->
                  history.arrived(
                      conversation.customerId(), String.valueOf(message.text()), message.time()));
    }
  }

  /** What the telephone shows. */
  static void shown(TelegramCustomer customer, History history) {
    for (TelegramMessage message : customer.messages()) {
      history.arrived(Long.toString(customer.id()), message.text(), message.at());
    }
  }

  static void broken(FaultProxy proxy, History history) {
    proxy.strikes().forEach(strike -> history.connectionBroke(strike.at()));
  }
}
