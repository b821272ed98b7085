// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.webhook.MessageNotification;
import io.botflow.genesys.webhook.WebhookParser;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each content type of the shared message model has its type here, or is kept as it came. */
class ContentTypesTest {
  private static final String PROMPTS =
      "\"receivedMessage\":{\"header\":\"h\",\"title\":\"t\",\"subtitle\":\"s\",\"buttonLabel\":\"b\","
          + "\"imageUrl\":\"u\"},\"replyMessage\":{\"title\":\"done\"}";

  /** Content type, field, the value of the field, type, method of the visitor. */
  static Stream<Arguments> everyModelledType() {
    return Stream.of(
        type("Attachment", "attachment", "{\"mediaType\":\"Image\"}", AttachmentContent.class),
        type("QuickReply", "quickReply", "{\"text\":\"Yes\"}", QuickReplyContent.class),
        type("Card", "card", "{\"title\":\"T\"}", CardContent.class),
        type("Carousel", "carousel", "{\"cards\":[{\"title\":\"T\"}]}", CarouselContent.class),
        type("DatePicker", "datePicker", "{\"title\":\"When?\"}", DatePickerContent.class),
        type("Notification", "template", "{\"id\":\"a@b\"}", TemplateContent.class),
        type("ButtonResponse", "buttonResponse", "{\"text\":\"Yes\"}", ButtonResponseContent.class),
        type("Location", "location", "{\"latitude\":50.45}", LocationContent.class),
        type("Story", "story", "{\"type\":\"Mention\",\"url\":\"u\"}", StoryContent.class),
        type("Text", "text", "{\"type\":\"Text\",\"body\":\"Hi\"}", TextContent.class),
        type(
            "QuickReplyV2",
            "quickReplyV2",
            "{\"title\":\"T\",\"actions\":[{\"text\":\"Yes\",\"payload\":\"y\"}]}",
            QuickRepliesContent.class),
        type(
            "Reactions",
            "reactions",
            "[{\"reactionType\":\"Like\",\"count\":3},{\"reactionType\":\"New\",\"count\":1}]",
            ReactionsContent.class),
        type(
            "InteractiveApplication",
            "interactiveApplication",
            "{\"name\":\"n\",\"url\":\"data\"," + PROMPTS + "}",
            InteractiveApplicationContent.class),
        type(
            "ListPicker",
            "listPicker",
            "{\"id\":\"1\",\"sections\":[{\"title\":\"S\",\"multipleSelection\":true,\"items\":"
                + "[{\"id\":\"i\",\"title\":\"t\"}]}],"
                + PROMPTS
                + "}",
            ListPickerContent.class),
        type(
            "PaymentRequest",
            "paymentRequest",
            "{\"paymentPlatform\":\"ApplePay\",\"countryCode\":\"UA\",\"currencyCode\":\"UAH\","
                + "\"orderTotal\":10.50,\"lineItems\":[{\"name\":\"n\",\"price\":10.50}],"
                + "\"shippingOptions\":[{\"name\":\"post\",\"price\":0.00}],"
                + "\"requiredContactFields\":[{\"contactField\":\"Phone\"}],"
                + PROMPTS
                + "}",
            PaymentRequestContent.class),
        type(
            "PaymentResponse",
            "paymentResponse",
            "{\"paymentStatus\":\"Failed\",\"originatingMessageId\":\"m\",\"failureReason\":\"r\"}",
            PaymentResponseContent.class),
        type(
            "Push",
            "push",
            "{\"deviceType\":\"IOS\",\"deviceTokenId\":\"1\",\"deviceToken\":\"canary\","
                + "\"failedMessages\":[{\"id\":\"m\"}],\"notificationMessage\":{\"title\":\"t\","
                + "\"body\":\"b\"},\"pushProviderIntegration\":{\"provider\":\"APNS\",\"id\":\"p\"},"
                + "\"expiration\":60}",
            PushContent.class),
        type(
            "Form",
            "form",
            "{\"introduction\":{\"title\":\"t\",\"buttonText\":\"b\"},\"formPages\":[{\"title\":\"p\","
                + "\"pageComponents\":[{\"formComponentType\":\"WheelPicker\",\"wheelPicker\":"
                + "{\"items\":[{\"id\":\"i\",\"title\":\"t\",\"value\":\"v\"}]}},"
                + "{\"formComponentType\":\"Input\",\"input\":{\"isRequired\":true}}]}],"
                + PROMPTS
                + ",\"showSummary\":false,\"response\":[{\"id\":\"i\",\"component\":{\"contentType\":"
                + "\"ButtonResponse\",\"buttonResponse\":{\"text\":\"t\",\"payload\":\"p\"}}}],"
                + "\"cannedResponseId\":\"c\"}",
            FormContent.class),
        type(
            "NotificationResponse",
            "notificationResponse",
            "{\"notificationStatus\":\"Accepted\",\"originatingMessageId\":\"m\"}",
            NotificationResponseContent.class));
  }

  private static Arguments type(
      String contentType, String field, String value, Class<? extends Content> type) {
    return Arguments.of(contentType, field, value, type);
  }

  private static Content read(String element) {
    MessageNotification message =
        assertInstanceOf(
            MessageNotification.class,
            WebhookParser.parse("{\"type\":\"Structured\",\"content\":[" + element + "]}"));
    assertTrue(message.toJson().contains("[" + element + "]"), message.toJson());
    return message.content().get(0);
  }

  @ParameterizedTest
  @MethodSource("everyModelledType")
  void aModelledTypeIsReadAndWrittenBackAsItCame(
      String contentType, String field, String value, Class<? extends Content> type) {
    Content content =
        read(
            "{\"contentType\":\"%s\",\"%s\":%s,\"brandNew\":1.50}"
                .formatted(contentType, field, value));
    assertInstanceOf(type, content);
    assertEquals(contentType, content.contentType());
    assertTrue(!content.toString().contains("canary"), content.toString());
  }

  @ParameterizedTest
  @MethodSource("everyModelledType")
  void aVisitorGetsItByItsOwnMethodAndElseByOther(
      String contentType, String field, String value, Class<? extends Content> type) {
    Content content =
        read("{\"contentType\":\"%s\",\"%s\":%s}".formatted(contentType, field, value));
    ContentVisitor<Content> simple = other -> other;
    assertEquals(content, content.accept(simple));
    Method own =
        Arrays.stream(ContentVisitor.class.getMethods())
            .filter(method -> method.getParameterTypes()[0] == type)
            .findFirst()
            .orElseThrow();
    assertEquals(own.getName(), content.accept(tellingWhichMethod()));
  }

  @SuppressWarnings("unchecked") // a proxy knows no type arguments
  private static ContentVisitor<String> tellingWhichMethod() {
    return (ContentVisitor<String>)
        Proxy.newProxyInstance(
            ContentVisitor.class.getClassLoader(),
            new Class<?>[] {ContentVisitor.class},
            (proxy, method, arguments) -> method.getName());
  }

  @Test
  void everyTypeOfTheSetIsInTheTable() {
    Set<Object> told =
        everyModelledType().map(row -> row.get()[3]).collect(Collectors.toCollection(HashSet::new));
    told.add(UnknownContent.class);
    assertEquals(told, Set.of((Object[]) Content.class.getPermittedSubclasses()));
  }

  @Test
  void typesWithoutAModelAreKeptAsTheyCame() {
    for (String name : List.of("Mention", "RichLink", "RoadsideAssistance", "Unknown", "New")) {
      Content content = read("{\"contentType\":\"%s\",\"any\":{\"n\":1.50}}".formatted(name));
      assertInstanceOf(UnknownContent.class, content);
      assertEquals(name, content.contentType());
    }
  }
}
