// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * Reads an element by its {@code contentType}, in any case. Jackson's own polymorphism would fail
 * the whole message when one element does not fit its type; here such an element becomes {@link
 * UnknownContent}.
 */
final class ContentReader extends StdDeserializer<Content> {
  private static final String DISCRIMINATOR = "contentType";

  /** The type behind each kind, and the field without which an element is not of that kind. */
  private record Kind(Class<? extends Content> type, String field) {}

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          kind("attachment", AttachmentContent.class, "attachment"),
          kind("quickreply", QuickReplyContent.class, "quickReply"),
          kind("card", CardContent.class, "card"),
          kind("carousel", CarouselContent.class, "carousel"),
          kind("datepicker", DatePickerContent.class, "datePicker"),
          kind("notification", TemplateContent.class, "template"),
          kind("buttonresponse", ButtonResponseContent.class, "buttonResponse"),
          kind("location", LocationContent.class, "location"),
          kind("story", StoryContent.class, "story"),
          kind("text", TextContent.class, "text"),
          kind("quickreplyv2", QuickRepliesContent.class, "quickReplyV2"),
          kind("reactions", ReactionsContent.class, "reactions"),
          kind(
              "interactiveapplication",
              InteractiveApplicationContent.class,
              "interactiveApplication"),
          kind("listpicker", ListPickerContent.class, "listPicker"),
          kind("paymentrequest", PaymentRequestContent.class, "paymentRequest"),
          kind("paymentresponse", PaymentResponseContent.class, "paymentResponse"),
          kind("push", PushContent.class, "push"),
          kind("form", FormContent.class, "form"),
          kind("notificationresponse", NotificationResponseContent.class, "notificationResponse"));

  private static Map.Entry<String, Kind> kind(
      String contentType, Class<? extends Content> type, String field) {
    return Map.entry(contentType, new Kind(type, field));
  }

  ContentReader() {
    super(Content.class);
  }

  @Override
  public Content deserialize(JsonParser in, DeserializationContext context) throws IOException {
    JsonNode json = context.readTree(in);
    Kind kind = KINDS.get(json.path(DISCRIMINATOR).asText("").toLowerCase(Locale.ROOT));
    if (kind == null || !json.path(kind.field()).isContainerNode()) {
      return new UnknownContent(json);
    }
    try {
      return context.readTreeAsValue(json, kind.type());
    } catch (DatabindException e) {
      return new UnknownContent(json);
    }
  }
}
