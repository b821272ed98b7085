// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.bridge.bot.Answer.FilledSlot;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Slot;
import io.botflow.connector.bot.SlotValue;
import io.botflow.connector.message.Part;
import io.botflow.genesys.botconnector.dialog.BotState;
import io.botflow.genesys.botconnector.dialog.ErrorInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.annotation.Nullable;

/**
 * Makes an {@link Answer} of a bot's {@link Reply}. A reply that breaks a rule becomes a failure
 * that says which; what the bot wanted to say is said all the same.
 */
final class ReplyRules {
  private final BotVersion version;

  ReplyRules(BotVersion version) {
    this.version = version;
  }

  Answer answer(@Nullable Reply reply) {
    if (reply == null) {
      return Answer.failed(Failure.NULL_REPLY, "the bot returned null");
    }
    if (reply instanceof Reply.AwaitMore await) {
      return Answer.awaiting(await.messages());
    }
    if (reply instanceof Reply.Later later) {
      return Answer.awaiting(later.messages());
    }
    if (reply instanceof Reply.Complete complete) {
      return complete(complete);
    }
    if (reply instanceof Reply.HandOver handOver) {
      return handOver(handOver);
    }
    if (reply instanceof Reply.Fail fail) {
      return Answer.failed(fail.messages(), error(fail));
    }
    return Answer.failed(Failure.INTERNAL, "unknown reply " + reply.getClass().getSimpleName());
  }

  private Answer complete(Reply.Complete complete) {
    Optional<Intent> intent = intent(complete.intent());
    if (intent.isEmpty()) {
      return undeclared(complete.messages(), complete.intent());
    }
    List<FilledSlot> filled = new ArrayList<>();
    for (Slot slot : intent.get().slots()) {
      SlotValue value = complete.slots().get(slot.name());
      if (value == null) {
        continue;
      }
      if (!SlotForms.isOf(slot, value)) {
        return broken(
            complete,
            Failure.SLOT_TYPE,
            "slot " + slot.name() + " is not of the type " + slot.wireType());
      }
      if (!SlotForms.isInRange(value)) {
        return broken(
            complete,
            Failure.SLOT_RANGE,
            "slot " + slot.name() + " is out of the range of " + slot.wireType());
      }
      filled.add(new FilledSlot(slot, value));
    }
    if (filled.size() < complete.slots().size()) {
      return broken(
          complete,
          Failure.UNDECLARED_SLOT,
          "intent " + complete.intent() + " does not declare " + strangers(complete, filled));
    }
    if (complete.parameters().keySet().stream().anyMatch(String::isBlank)) {
      return broken(complete, Failure.BLANK_PARAMETER, "an output parameter has a blank name");
    }
    return new Answer(
        BotState.COMPLETE,
        complete.messages(),
        complete.intent(),
        complete.confidence(),
        List.copyOf(filled),
        new TreeMap<>(complete.parameters()),
        null);
  }

  private Answer handOver(Reply.HandOver handOver) {
    if (intent(handOver.intent()).isEmpty()) {
      return undeclared(handOver.messages(), handOver.intent());
    }
    Map<String, String> parameters = handOver.parameters();
    return new Answer(
        BotState.COMPLETE,
        handOver.messages(),
        handOver.intent(),
        null,
        List.of(),
        parameters,
        null);
  }

  private Optional<Intent> intent(String name) {
    return version.intents().stream().filter(intent -> intent.name().equals(name)).findFirst();
  }

  private Answer undeclared(List<Part> messages, String intent) {
    return Answer.failed(
        messages,
        ErrorInfo.of(
            Failure.UNDECLARED_INTENT.code(),
            "version " + version.version() + " does not declare the intent " + intent));
  }

  private static Answer broken(Reply.Complete complete, Failure failure, String message) {
    return Answer.failed(complete.messages(), ErrorInfo.of(failure.code(), message));
  }

  private static String strangers(Reply.Complete complete, List<FilledSlot> filled) {
    List<String> known = filled.stream().map(slot -> slot.slot().name()).toList();
    return String.join(
        ", ",
        complete.slots().keySet().stream().filter(name -> !known.contains(name)).sorted().toList());
  }

  private static ErrorInfo error(Reply.Fail fail) {
    String code = fail.code().isBlank() ? "BotFailed" : fail.code();
    return ErrorInfo.of(code, fail.reason().isBlank() ? code : fail.reason());
  }
}
