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
      Map.of(
          "attachment", new Kind(AttachmentContent.class, "attachment"),
          "quickreply", new Kind(QuickReplyContent.class, "quickReply"),
          "card", new Kind(CardContent.class, "card"),
          "carousel", new Kind(CarouselContent.class, "carousel"),
          "datepicker", new Kind(DatePickerContent.class, "datePicker"),
          "notification", new Kind(TemplateContent.class, "template"),
          "buttonresponse", new Kind(ButtonResponseContent.class, "buttonResponse"));

  ContentReader() {
    super(Content.class);
  }

  @Override
  public Content deserialize(JsonParser in, DeserializationContext context) throws IOException {
    JsonNode json = context.readTree(in);
    Kind kind = KINDS.get(json.path(DISCRIMINATOR).asText("").toLowerCase(Locale.ROOT));
    if (kind == null || !json.path(kind.field()).isObject()) {
      return new UnknownContent(json);
    }
    try {
      return context.readTreeAsValue(json, kind.type());
    } catch (DatabindException e) {
      return new UnknownContent(json);
    }
  }
}
