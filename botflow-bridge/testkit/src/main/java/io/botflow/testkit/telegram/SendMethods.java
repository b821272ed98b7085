// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The sending methods without a file: text, places, contacts, and the typing indicator. */
final class SendMethods {
  private static final int MAX_VCARD_BYTES = 2048;

  private static final Set<String> ACTIONS =
      Set.of(
          "typing",
          "upload_photo",
          "record_video",
          "upload_video",
          "record_voice",
          "upload_voice",
          "upload_document",
          "choose_sticker",
          "find_location",
          "record_video_note",
          "upload_video_note");

  private final Outbox outbox;
  private final Chats chats;

  SendMethods(Outbox outbox, Chats chats) {
    this.outbox = outbox;
    this.chats = chats;
  }

  List<Method> all() {
    List<String> common = List.of("business_connection_id", "reply_markup", "reply_parameters");
    return List.of(
        new Method(
            "sendMessage",
            List.of("chat_id", "text"),
            List.of(
                "business_connection_id",
                "entities",
                "parse_mode",
                "reply_markup",
                "reply_parameters"),
            this::sendMessage),
        new Method(
            "sendLocation",
            List.of("chat_id", "latitude", "longitude"),
            common,
            call -> {
              ObjectNode content = Json.object();
              content.set("location", location(call));
              return send("sendLocation", call, content);
            }),
        new Method(
            "sendVenue",
            List.of("chat_id", "latitude", "longitude", "title", "address"),
            common,
            this::sendVenue),
        new Method(
            "sendContact",
            List.of("chat_id", "phone_number", "first_name"),
            List.of(
                "business_connection_id", "last_name", "vcard", "reply_markup", "reply_parameters"),
            this::sendContact),
        new Method(
            "sendChatAction",
            List.of("chat_id", "action"),
            List.of("business_connection_id"),
            this::sendChatAction));
  }

  private Answer sendMessage(Call call) {
    ObjectNode content = Json.object().put("text", Texts.message(call));
    return send("sendMessage", call, SentEntities.put(content, "text", call));
  }

  private Answer sendVenue(Call call) {
    ObjectNode location = location(call);
    ObjectNode content = Json.object();
    ObjectNode venue = content.putObject("venue");
    venue.set("location", location);
    venue.put("title", required(call, "title", "venue title must be non-empty"));
    venue.put("address", required(call, "address", "venue address must be non-empty"));
    // A venue is shown as a plain location by those who do not know venues.
    content.set("location", location);
    return send("sendVenue", call, content);
  }

  private Answer sendContact(Call call) {
    ObjectNode content = Json.object();
    ObjectNode contact = content.putObject("contact");
    contact.put("phone_number", required(call, "phone_number", "phone number must be non-empty"));
    contact.put("first_name", required(call, "first_name", "first name must be non-empty"));
    if (call.has("last_name")) {
      contact.put("last_name", call.text("last_name"));
    }
    if (call.has("vcard")) {
      if (utf8Length(call.text("vcard")) > MAX_VCARD_BYTES) {
        throw ApiError.badRequest("vCard is too long");
      }
      contact.put("vcard", call.text("vcard"));
    }
    return send("sendContact", call, content);
  }

  private Answer sendChatAction(Call call) {
    Chat chat = chats.reachable(call);
    String action = call.text("action");
    if (!ACTIONS.contains(action)) {
      throw ApiError.badRequest("wrong parameter action in request");
    }
    chat.act(action);
    return Answer.done();
  }

  private Answer send(String method, Call call, ObjectNode content) {
    return Answer.of(outbox.send(method, outbox.address(call), content, null));
  }

  private static ObjectNode location(Call call) {
    double latitude = coordinate(call, "latitude", 90);
    double longitude = coordinate(call, "longitude", 180);
    return Json.object().put("latitude", latitude).put("longitude", longitude);
  }

  private static double coordinate(Call call, String name, double limit) {
    String text = required(call, name, name + " is empty");
    try {
      double value = Double.parseDouble(text);
      if (Math.abs(value) <= limit) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Answered below like a number out of range.
    }
    throw ApiError.badRequest("wrong " + name + " specified");
  }

  private static String required(Call call, String name, String complaint) {
    String value = call.text(name).strip();
    if (value.isEmpty()) {
      throw ApiError.badRequest(complaint);
    }
    return value;
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
