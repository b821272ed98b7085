// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.render.Loss;
import io.botflow.genesys.content.CardActionType;
import io.botflow.genesys.content.QuickReply;
import io.botflow.genesys.content.TemplateButton;
import io.botflow.genesys.content.TemplateButtonType;
import java.util.List;
import java.util.Optional;

/**
 * The buttons of Genesys Cloud. One without a label shows what it sends; one that neither shows nor
 * does anything is left out.
 */
final class WireButtons {
  private static final String SAYS_NOTHING = "a button left out: it has neither text nor value";

  private WireButtons() {}

  static Optional<Choice> choice(QuickReply reply, List<Loss> losses) {
    String label = Words.first(reply.text(), reply.payload());
    if (label == null) {
      losses.add(new Loss(PartKind.CHOICES, SAYS_NOTHING));
      return Optional.empty();
    }
    return Optional.of(new Choice(label, Words.or(label, reply.payload()), reply.image()));
  }

  static Optional<CardAction> action(
      io.botflow.genesys.content.CardAction action, List<Loss> losses) {
    String url = Words.first(action.url());
    String label = Words.first(action.text(), action.payload());
    boolean opens =
        CardActionType.LINK.equals(action.type())
            || (!CardActionType.POSTBACK.equals(action.type()) && Words.none(action.payload()));
    if (url != null && (opens || label == null)) {
      return Optional.of(new CardAction.Link(action.text(), url));
    }
    if (label == null) {
      losses.add(new Loss(PartKind.CARD, SAYS_NOTHING));
      return Optional.empty();
    }
    if (opens) {
      losses.add(new Loss(PartKind.CARD, "a button without a page sends its label"));
    }
    return Optional.of(new CardAction.Postback(label, Words.or(label, action.payload())));
  }

  /** A button of a template that is pressed for an answer; all others are lines. */
  static Optional<Choice> choice(TemplateButton button) {
    String label = Words.first(button.text(), button.payload());
    boolean answers =
        TemplateButtonType.QUICK_REPLY.equals(button.type())
            || (Words.none(button.url()) && Words.none(button.phoneNumber()));
    return answers && label != null
        ? Optional.of(Choice.of(label, Words.or(label, button.payload())))
        : Optional.empty();
  }

  /** A button of a template that opens a page or calls, as a line of text. */
  static Optional<String> line(TemplateButton button, List<Loss> losses) {
    String target = Words.first(button.url(), button.phoneNumber());
    if (target == null) {
      losses.add(new Loss(PartKind.TEMPLATE, SAYS_NOTHING));
      return Optional.empty();
    }
    losses.add(new Loss(PartKind.TEMPLATE, "a button shown as a line of text"));
    return Optional.of(Words.none(button.text()) ? target : button.text() + ": " + target);
  }
}
