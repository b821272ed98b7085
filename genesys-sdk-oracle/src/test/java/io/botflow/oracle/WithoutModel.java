// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static java.util.Map.entry;

import io.botflow.genesys.configuration.IdentityResolution;
import io.botflow.genesys.content.AvailableTime;
import io.botflow.genesys.content.ChannelMetadata;
import io.botflow.genesys.content.DatePicker;
import io.botflow.genesys.content.DatePickerContent;
import io.botflow.genesys.content.Form;
import io.botflow.genesys.content.FormContent;
import io.botflow.genesys.content.InteractiveApplication;
import io.botflow.genesys.content.InteractiveApplicationContent;
import io.botflow.genesys.content.ListPicker;
import io.botflow.genesys.content.ListPickerContent;
import io.botflow.genesys.content.NotificationResponse;
import io.botflow.genesys.content.NotificationResponseContent;
import io.botflow.genesys.content.PaymentRequest;
import io.botflow.genesys.content.PaymentRequestContent;
import io.botflow.genesys.content.PaymentResponse;
import io.botflow.genesys.content.PaymentResponseContent;
import io.botflow.genesys.content.PromptMessage;
import io.botflow.genesys.content.PushContent;
import io.botflow.genesys.content.PushMessage;
import io.botflow.genesys.content.Reaction;
import io.botflow.genesys.content.ReactionsContent;
import io.botflow.genesys.content.TemplateButton;
import io.botflow.genesys.content.TemplateButtonType;
import io.botflow.genesys.content.UnknownContent;
import io.botflow.genesys.openmessaging.InboundStructuredResponse;
import io.botflow.genesys.webhook.UnknownNotification;
import java.util.Map;

/** Records of the wire that release 198.1.0 of the SDK has no model of, and why. */
final class WithoutModel {
  private static final String NEWER_CONTENT = "a kind of content that only later models have";

  /** The records; one stands for those nested in it. */
  static final Map<Class<?>, String> REASONS =
      Map.ofEntries(
          entry(IdentityResolution.class, "198.1.0 has it for no channel"),
          entry(AvailableTime.class, NEWER_CONTENT),
          entry(
              ChannelMetadata.class,
              "198.1.0 has an Object there; customAttributes are in no model"),
          entry(DatePicker.class, NEWER_CONTENT),
          entry(DatePickerContent.class, NEWER_CONTENT),
          entry(Form.class, NEWER_CONTENT),
          entry(FormContent.class, NEWER_CONTENT),
          entry(InteractiveApplication.class, NEWER_CONTENT),
          entry(InteractiveApplicationContent.class, NEWER_CONTENT),
          entry(ListPicker.class, NEWER_CONTENT),
          entry(ListPickerContent.class, NEWER_CONTENT),
          entry(NotificationResponse.class, NEWER_CONTENT),
          entry(NotificationResponseContent.class, NEWER_CONTENT),
          entry(PaymentRequest.class, NEWER_CONTENT),
          entry(PaymentRequestContent.class, NEWER_CONTENT),
          entry(PaymentResponse.class, NEWER_CONTENT),
          entry(PaymentResponseContent.class, NEWER_CONTENT),
          entry(PromptMessage.class, NEWER_CONTENT),
          entry(PushContent.class, NEWER_CONTENT),
          entry(PushMessage.class, NEWER_CONTENT),
          entry(Reaction.class, NEWER_CONTENT),
          entry(ReactionsContent.class, NEWER_CONTENT),
          entry(TemplateButton.class, "198.1.0 has templates without buttons"),
          entry(TemplateButtonType.class, "198.1.0 has templates without buttons"),
          entry(UnknownContent.class, "holds any JSON"),
          entry(InboundStructuredResponse.class, "the endpoint is of 2025-06-21"),
          entry(UnknownNotification.class, "holds any JSON"));

  private WithoutModel() {}
}
