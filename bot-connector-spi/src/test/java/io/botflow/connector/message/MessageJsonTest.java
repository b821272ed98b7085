// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import static io.botflow.connector.Samples.AT;
import static io.botflow.connector.Samples.SECRET;
import static io.botflow.connector.Samples.STORED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.Samples;
import io.botflow.connector.messenger.Update;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageJsonTest {

  @ParameterizedTest
  @MethodSource("io.botflow.connector.Samples#parts")
  void eachPartIsReadAsItWasWritten(Part part) {
    String json = MessageJson.write(part);
    Part read = MessageJson.read(json, Part.class);
    assertEquals(part, read);
    assertEquals(json, MessageJson.write(read));
  }

  @ParameterizedTest
  @MethodSource("io.botflow.connector.Samples#updates")
  void eachUpdateIsReadAsItWasWritten(Update update) {
    String json = MessageJson.write(update);
    Update read = MessageJson.read(json, Update.class);
    assertEquals(update, read);
    assertEquals(json, MessageJson.write(read));
  }

  @Test
  void theFormatOfTheStoreIsThis() {
    Message message =
        new Message(
            "m-1",
            new Peer("telegram", "bot-1", "42"),
            AT,
            List.of(
                new Text("Вітаю"),
                new Media(Media.Type.IMAGE, STORED, "image/jpeg", "a.jpg", 3L, null, null),
                new Media(
                    Media.Type.LINK,
                    Samples.url("https://a.example/"),
                    null,
                    null,
                    null,
                    "c",
                    "00"),
                new Location(50.45, 30.5, null, "Street 1"),
                new Contact("Olena", "+380", null, true),
                new Choices("Which?", List.of(Choice.of("Yes", "y"))),
                new Carousel(
                    List.of(
                        new Card(
                            "Phone",
                            null,
                            new MediaSource.MessengerFile("f-1"),
                            new CardAction.Link(null, "https://a.example/1"),
                            List.of(new CardAction.Postback("Buy", "b-1"))))),
                new Template("t-1", "uk", null, "Body", null, Map.of("2", "b", "1", "a")),
                new DatePicker("When?", null, List.of(new TimeSlot(AT, Duration.ofMinutes(30)))),
                new Selection(Selection.Source.QUICK_REPLY, "Yes", "y", "m-0"),
                new Opaque("dice", "5", null)),
            "m-0",
            Map.of("b", "2", "a", "1"));
    String golden =
        """
        {"id":"m-1","peer":{"messenger":"telegram","account":"bot-1","userId":"42"},\
        "sentAt":"2026-11-22T14:00:00Z","parts":[\
        {"part":"text","text":"Вітаю"},\
        {"part":"media","type":"IMAGE","source":{"source":"stored","key":"key-1"},\
        "mimeType":"image/jpeg","fileName":"a.jpg","sizeBytes":3},\
        {"part":"media","type":"LINK","source":{"source":"url","url":"https://a.example/"},\
        "caption":"c","sha256":"00"},\
        {"part":"location","latitude":50.45,"longitude":30.5,"address":"Street 1"},\
        {"part":"contact","name":"Olena","phoneNumber":"+380","own":true},\
        {"part":"choices","text":"Which?","options":[{"label":"Yes","payload":"y"}]},\
        {"part":"carousel","cards":[{"part":"card","title":"Phone",\
        "image":{"source":"messenger","id":"f-1"},\
        "defaultAction":{"action":"link","url":"https://a.example/1"},\
        "actions":[{"action":"postback","label":"Buy","payload":"b-1"}]}]},\
        {"part":"template","id":"t-1","language":"uk","body":"Body","parameters":{"1":"a","2":"b"}},\
        {"part":"datePicker","title":"When?","times":[{"start":"2026-11-22T14:00:00Z","duration":"PT30M"}]},\
        {"part":"selection","source":"QUICK_REPLY","label":"Yes","payload":"y","offeredBy":"m-0"},\
        {"part":"opaque","type":"dice","substitute":"5"}],\
        "replyTo":"m-0","attributes":{"a":"1","b":"2"}}""";
    assertEquals(golden, MessageJson.write(message));
    assertEquals(message, MessageJson.read(golden, Message.class));
  }

  @Test
  void mapsAreWrittenInTheOrderOfTheirKeys() {
    Map<String, String> many = new LinkedHashMap<>();
    IntStream.range(0, 20).mapToObj(i -> "key" + (19 - i)).forEach(key -> many.put(key, "v"));
    String json = MessageJson.write(new Template(null, null, null, "b", null, many));
    List<String> sorted = many.keySet().stream().sorted().toList();
    List<String> written =
        many.keySet().stream()
            .sorted((a, b) -> json.indexOf('"' + a + '"') - json.indexOf('"' + b + '"'))
            .toList();
    assertEquals(sorted, written);
  }

  @Test
  void fieldsOfLaterVersionsAreIgnored() {
    Part read =
        MessageJson.read(
            """
            {"part":"media","later":[1],"type":"FILE","source":{"source":"stored","key":"k","later":{}}}
            """,
            Part.class);
    assertEquals(Media.of(Media.Type.FILE, new MediaSource.Stored("k")), read);
  }

  @Test
  void partsOfLaterVersionsAreReadAsOpaqueWithTheTextThatTheyHave() {
    String poll = "{\"part\":\"poll\",\"type\":[1],\"title\":\"Which?\",\"options\":[\"a\"]}";
    Message read =
        MessageJson.read(
            """
            {"id":"1","peer":{"messenger":"m","account":"a","userId":"u"},\
            "sentAt":"2026-11-22T14:00:00Z","parts":[%s,{"part":"silence"}],"attributes":{}}
            """
                .formatted(poll),
            Message.class);
    List<Part> expected =
        List.of(
            new Opaque("poll", "Which?", poll),
            new Opaque("silence", "[silence]", "{\"part\":\"silence\"}"));
    assertEquals(expected, read.parts());
    assertEquals(read, MessageJson.read(MessageJson.write(read), Message.class));
  }

  @Test
  void absentFieldsStayAbsent() {
    Media media = Media.of(Media.Type.FILE, STORED);
    assertFalse(MessageJson.write(media).contains("null"));
    assertNull(((Media) MessageJson.read(MessageJson.write(media), Part.class)).caption());
  }

  static final List<String> BROKEN =
      List.of(
          "",
          SECRET,
          "{\"part\":\"text\",\"text\":\"" + SECRET,
          "{\"part\":\"text\",\"text\":{\"" + SECRET + "\":1}}",
          "{\"part\":\"opaque\",\"type\":\"" + SECRET + "\"}",
          "{\"part\":\"opaque\",\"substitute\":\"" + SECRET + "\"}",
          "{\"part\":\" \",\"text\":\"" + SECRET + "\"}",
          "{\"part\":\"carousel\",\"cards\":[{\"part\":\"" + SECRET + "\"}]}",
          "{\"text\":\"" + SECRET + "\"}",
          "[\"" + SECRET + "\"]",
          "\"" + SECRET + "\"",
          "{\"part\":\"contact\",\"name\":\"" + SECRET + "\",\"phoneNumber\":\"\"}",
          "{\"part\":\"datePicker\",\"times\":[{\"start\":\"" + SECRET + "\"}]}",
          "{\"part\":\"media\",\"type\":\"" + SECRET + "\"}",
          "{\"part\":\"text\",\"text\":\"a\"} " + SECRET,
          "null");

  @ParameterizedTest
  @FieldSource("BROKEN")
  void brokenTextIsRefusedWithoutQuotingIt(String json) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> MessageJson.read(json, Part.class));
    assertTrue(refusal.getMessage().contains("Part"), refusal.getMessage());
    assertFalse(refusal.getMessage().contains(SECRET), refusal.getMessage());
    assertNull(refusal.getCause(), "a cause would quote the text in stack traces");
  }

  @ParameterizedTest
  @ValueSource(strings = {"received", "stopped"})
  void updatesWithoutRequiredFieldsAreRefused(String kind) {
    assertThrows(
        IllegalArgumentException.class,
        () -> MessageJson.read("{\"update\":\"" + kind + "\",\"id\":\"1\"}", Update.class));
  }
}
