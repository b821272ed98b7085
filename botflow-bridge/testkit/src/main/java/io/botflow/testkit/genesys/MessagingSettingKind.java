// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.profile.ProfileKind;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import java.util.List;
import javax.annotation.Nullable;

/** Messaging settings as the API has them; its own answers write each switch out. */
final class MessagingSettingKind implements ProfileKind<MessagingSetting> {
  private static final String ON = "Enabled";
  private static final String OFF = "Disabled";

  @Override
  public String path() {
    return "/api/v2/conversations/messaging/settings";
  }

  @Override
  public String permission() {
    return "messaging:setting";
  }

  @Override
  public MessagingSetting initial() {
    return MessagingSetting.ALL_OFF;
  }

  @Override
  public MessagingSetting read(JsonView body, MessagingSetting before) {
    JsonView typing = inside(body, "event", "typing", "on");
    JsonView mention = inside(body, "content", "story", "mention");
    JsonView reply = inside(body, "content", "story", "reply");
    return new MessagingSetting(
        isOn(typing, "inbound", before.typingInbound()),
        isOn(typing, "outbound", before.typingOutbound()),
        isOn(mention, "inbound", before.storyMentions()),
        isOn(reply, "inbound", before.storyReplies()));
  }

  private static @Nullable JsonView inside(JsonView body, String... names) {
    JsonView view = body;
    for (String name : names) {
      if (view != null) {
        view = view.optionalObject(name);
      }
    }
    return view;
  }

  private static boolean isOn(@Nullable JsonView view, String direction, boolean otherwise) {
    if (view == null || !view.has(direction)) {
      return otherwise;
    }
    return view.oneOf(direction, "SettingStatus", List.of(ON, OFF)).equals(ON);
  }

  @Override
  public void write(MessagingSetting value, ObjectNode profile) {
    ObjectNode story = profile.putObject("content").putObject("story");
    story.putObject("mention").put("inbound", text(value.storyMentions()));
    story.putObject("reply").put("inbound", text(value.storyReplies()));
    profile
        .putObject("event")
        .putObject("typing")
        .putObject("on")
        .put("inbound", text(value.typingInbound()))
        .put("outbound", text(value.typingOutbound()));
  }

  private static String text(boolean on) {
    return on ? ON : OFF;
  }

  @Override
  public void writeVersion(int version, ObjectNode profile) {
    profile.put("version", Integer.toString(version));
  }

  @Override
  public String modifierField() {
    return "updatedBy";
  }

  @Override
  public boolean nameRequiredInChange() {
    return false;
  }

  @Override
  public String defaultField() {
    return "settingId";
  }

  @Override
  public boolean defaultRemovable() {
    return true;
  }

  /** An integration shows the whole of it. */
  @Override
  public void narrow(ObjectNode profile) {}
}
