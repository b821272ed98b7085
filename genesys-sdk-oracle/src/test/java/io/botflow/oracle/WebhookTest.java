// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mypurecloud.sdk.v2.model.ConversationMessageContent;
import com.mypurecloud.sdk.v2.model.ConversationNormalizedMessage;
import com.mypurecloud.sdk.v2.model.OpenEventNormalizedMessage;
import com.mypurecloud.sdk.v2.model.OpenNormalizedMessage;
import com.mypurecloud.sdk.v2.model.OpenReceiptNormalizedMessage;
import io.botflow.genesys.content.AttachmentContent;
import io.botflow.genesys.content.ButtonResponseContent;
import io.botflow.genesys.content.CardContent;
import io.botflow.genesys.content.CarouselContent;
import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.LocationContent;
import io.botflow.genesys.content.QuickRepliesContent;
import io.botflow.genesys.content.QuickReplyContent;
import io.botflow.genesys.content.StoryContent;
import io.botflow.genesys.content.TemplateContent;
import io.botflow.genesys.content.TextContent;
import io.botflow.genesys.content.UnknownContent;
import io.botflow.genesys.webhook.EventNotification;
import io.botflow.genesys.webhook.MessageNotification;
import io.botflow.genesys.webhook.Notification;
import io.botflow.genesys.webhook.ReceiptNotification;
import io.botflow.genesys.webhook.UnknownNotification;
import io.botflow.genesys.webhook.WebhookParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhook bodies as the SDK would write them, through our parser. */
class WebhookTest {
  private static final Map<String, Class<? extends Notification>> KINDS =
      Map.of(
          "Text", MessageNotification.class,
          "Structured", MessageNotification.class,
          "Receipt", ReceiptNotification.class,
          "Event", EventNotification.class,
          "Message", UnknownNotification.class,
          "Unknown", UnknownNotification.class);

  private static final Map<String, Class<? extends Content>> TYPED =
      Map.of(
          "Attachment", AttachmentContent.class,
          "ButtonResponse", ButtonResponseContent.class,
          "Card", CardContent.class,
          "Carousel", CarouselContent.class,
          "Location", LocationContent.class,
          "Notification", TemplateContent.class,
          "QuickReply", QuickReplyContent.class,
          "QuickReplyV2", QuickRepliesContent.class,
          "Story", StoryContent.class,
          "Text", TextContent.class);

  @ParameterizedTest
  @ValueSource(
      classes = {
        ConversationNormalizedMessage.class,
        OpenNormalizedMessage.class,
        OpenReceiptNormalizedMessage.class,
        OpenEventNormalizedMessage.class
      })
  void isParsedByItsTypeAndWrittenBackWhole(Class<?> model) {
    for (int variant = 0; variant < SdkSamples.variants(model); variant++) {
      JsonNode body = SdkSamples.json(model, variant);
      Notification notification = WebhookParser.parse(body.toString());
      assertInstanceOf(KINDS.get(body.path("type").asText()), notification);
      JsonNode written = OurSamples.tree(notification.toJson());
      assertEquals(List.of(), Differences.between(body, written));
    }
  }

  static List<?> contentTypes() {
    return SdkSamples.values("ConversationMessageContent.contentType");
  }

  @ParameterizedTest
  @MethodSource("contentTypes")
  void carriesContentThatIsTypedOrKeptAsItIs(Object contentType) {
    JsonNode element = SdkSamples.json(ConversationMessageContent.class, 0);
    ((ObjectNode) element).put("contentType", contentType.toString());
    ObjectNode body = (ObjectNode) SdkSamples.json(ConversationNormalizedMessage.class, 0);
    body.put("type", "Structured").putArray("content").add(element);

    MessageNotification message =
        assertInstanceOf(MessageNotification.class, WebhookParser.parse(body.toString()));

    Class<?> expected = TYPED.getOrDefault(contentType.toString(), UnknownContent.class);
    assertInstanceOf(expected, message.content().get(0));
    assertEquals(List.of(), Differences.between(body, OurSamples.tree(message.toJson())));
  }
}
