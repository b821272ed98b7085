// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.offer;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Part;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** Puts other payloads behind the buttons of a message. */
final class Payloads {
  private static final String TOKEN = "t~";
  private static final int TOKEN_BYTES = 16;

  private Payloads() {}

  /**
   * The same part with each payload changed. A button without one sends its label, which then is
   * what may be too long.
   */
  static Part changed(Part part, UnaryOperator<String> change) {
    if (part instanceof Choices choices) {
      return new Choices(
          choices.text(),
          choices.options().stream()
              .map(option -> new Choice(option.label(), changed(option, change), option.imageUrl()))
              .toList());
    }
    if (part instanceof Carousel carousel) {
      return new Carousel(carousel.cards().stream().map(card -> card(card, change)).toList());
    }
    return part instanceof Card card ? card(card, change) : part;
  }

  private static String changed(Choice option, UnaryOperator<String> change) {
    String sent = sent(option);
    String changed = change.apply(sent);
    return changed.equals(sent) ? option.payload() : changed;
  }

  /** What a press brings back. */
  static String sent(Choice option) {
    return option.payload().isEmpty() ? option.label() : option.payload();
  }

  private static Card card(Card card, UnaryOperator<String> change) {
    return new Card(
        card.title(),
        card.description(),
        card.image(),
        action(card.defaultAction(), change),
        card.actions().stream()
            .map(action -> Objects.requireNonNull(action(action, change)))
            .toList());
  }

  private static @Nullable CardAction action(
      @Nullable CardAction action, UnaryOperator<String> change) {
    return action instanceof CardAction.Postback postback
        ? new CardAction.Postback(postback.label(), change.apply(postback.payload()))
        : action;
  }

  /** Stands for a payload that is too long; the same on each attempt. */
  static String token(String messageId, String payload) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(messageId.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      byte[] hash = digest.digest(payload.getBytes(StandardCharsets.UTF_8));
      byte[] head = Arrays.copyOf(hash, TOKEN_BYTES);
      return TOKEN + Base64.getUrlEncoder().withoutPadding().encodeToString(head);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static boolean isToken(String payload) {
    return payload.startsWith(TOKEN) && payload.length() == TOKEN.length() + 22;
  }

  /** All buttons that send a payload back, with what they say. */
  static List<Choice> buttons(Part part) {
    if (part instanceof Choices choices) {
      return choices.options();
    }
    if (part instanceof Carousel carousel) {
      return carousel.cards().stream().flatMap(card -> buttons(card).stream()).toList();
    }
    return part instanceof Card card
        ? Stream.concat(card.actions().stream(), Stream.ofNullable(card.defaultAction()))
            .filter(CardAction.Postback.class::isInstance)
            .map(CardAction.Postback.class::cast)
            .map(action -> Choice.of(action.label(), action.payload()))
            .distinct()
            .toList()
        : List.of();
  }
}
