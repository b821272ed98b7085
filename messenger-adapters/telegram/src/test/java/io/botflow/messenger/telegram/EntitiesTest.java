// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.richtext.RichText;
import io.botflow.connector.richtext.Span;
import io.botflow.connector.richtext.Span.Style;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntitiesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void markdownBecomesEntitiesThatCountAsTelegramDoes() throws IOException {
    ObjectNode request = JSON.createObjectNode();
    Entities.write(
        RichText.markdown("👍 **Ваше _замовлення_** `42`: [стан](https://a.example/)"),
        request,
        "text");
    assertEquals(
        JSON.readTree(
            """
            {"text":"👍 Ваше замовлення 42: стан","entities":[
            {"type":"bold","offset":3,"length":15},{"type":"italic","offset":8,"length":10},
            {"type":"code","offset":19,"length":2},
            {"type":"text_link","offset":23,"length":4,"url":"https://a.example/"}]}
            """),
        request);
  }

  @Test
  void aTextWithoutFormattingHasNoEntitiesAndACaptionHasItsOwn() {
    ObjectNode request = JSON.createObjectNode();
    Entities.write(RichText.plain("*a*"), request, "text");
    Entities.write(RichText.markdown("```java\nint a;\n```"), request, "caption");
    assertEquals(
        "{\"text\":\"*a*\",\"caption\":\"int a;\",\"caption_entities\":["
            + "{\"type\":\"pre\",\"offset\":0,\"length\":6,\"language\":\"java\"}]}",
        request.toString());
  }

  @Test
  void whatWasWrittenIsReadBack() {
    RichText text = RichText.markdown("**a _b_** ~~c~~ [d](tg://user?id=1)\n```\ne\n```");
    ObjectNode request = JSON.createObjectNode();
    Entities.write(text, request, "text");
    assertEquals(text, Entities.read(text.text(), request.path("entities")));
  }

  @Test
  void brokenAndUnknownEntitiesCostNoCharacter() throws IOException {
    JsonNode entities =
        JSON.readTree(
            """
            [{"type":"bold","offset":-1,"length":2},{"type":"bold","offset":0,"length":99},
            {"type":"bold"},{"type":"spoiler","offset":0,"length":2},{"type":"text_link","offset":0,
            "length":2},{"type":7},null,{"type":"italic","offset":9223372036854775807,"length":3},
            {"type":"italic","offset":1,"length":3},{"type":"hashtag","offset":0,"length":2}]
            """);
    assertEquals(
        new RichText("👍 ok", List.of(Span.of(3, 4, Style.ITALIC))),
        Entities.read("👍 ok", entities));
    assertEquals(RichText.plain("a"), Entities.read("a", JSON.missingNode()));
  }
}
