// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.profile.ProfileKind;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import java.util.ArrayList;
import java.util.List;

/** Supported content profiles as the API has them. */
final class SupportedContentKind implements ProfileKind<SupportedContent> {
  private static final SupportedContent NOTHING = new SupportedContent(List.of(), List.of());

  @Override
  public String path() {
    return "/api/v2/conversations/messaging/supportedcontent";
  }

  @Override
  public String permission() {
    return "messaging:supportedContent";
  }

  @Override
  public SupportedContent initial() {
    return NOTHING;
  }

  @Override
  public SupportedContent read(JsonView body, SupportedContent before) {
    JsonView mediaTypes = body.optionalObject("mediaTypes");
    if (mediaTypes == null) {
      return before;
    }
    JsonView allow = mediaTypes.optionalObject("allow");
    return allow == null
        ? NOTHING
        : new SupportedContent(patterns(allow, "inbound"), patterns(allow, "outbound"));
  }

  private static List<String> patterns(JsonView allow, String direction) {
    List<String> patterns = new ArrayList<>();
    for (JsonView item : allow.optionalObjects(direction)) {
      String type = item.nonEmpty("type");
      if (!SupportedContent.isPattern(type)) {
        throw InvalidBodyException.of(item.path("type") + " should be a media type: " + type);
      }
      patterns.add(type);
    }
    return patterns;
  }

  @Override
  public void write(SupportedContent value, ObjectNode profile) {
    ObjectNode allow = profile.putObject("mediaTypes").putObject("allow");
    write(value.inbound(), allow.putArray("inbound"));
    write(value.outbound(), allow.putArray("outbound"));
  }

  private static void write(List<String> patterns, ArrayNode types) {
    patterns.forEach(pattern -> types.addObject().put("type", pattern));
  }

  @Override
  public void writeVersion(int version, ObjectNode profile) {
    profile.put("version", version);
  }

  @Override
  public String modifierField() {
    return "modifiedBy";
  }

  @Override
  public boolean nameRequiredInChange() {
    return true;
  }

  @Override
  public String defaultField() {
    return "id";
  }

  @Override
  public boolean defaultRemovable() {
    return false;
  }

  @Override
  public void narrow(ObjectNode profile) {
    profile.retain("id", "name", "selfUri", "mediaTypes");
  }
}
