// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A push to a device that missed messages; other channels only. Its text form leaves out the token
 * of the device.
 *
 * <p>Mirrors {@code ConversationContentPush}.
 *
 * @param deviceType {@code Android} or {@code IOS}
 * @param deviceTokenId the id of the device token
 * @param deviceToken the device token of the notification provider
 * @param failedMessages the messages that were missed
 * @param notificationMessage what the push shows
 * @param pushProviderIntegration who delivers it
 * @param expiration how long it lives
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PushMessage(
    @JsonProperty("deviceType") @Nullable String deviceType,
    @JsonProperty("deviceTokenId") @Nullable String deviceTokenId,
    @JsonProperty("deviceToken") @Nullable String deviceToken,
    @JsonProperty("failedMessages") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<MissedMessage> failedMessages,
    @JsonProperty("notificationMessage") @Nullable Label notificationMessage,
    @JsonProperty("pushProviderIntegration") @Nullable Provider pushProviderIntegration,
    @JsonProperty("expiration") @Nullable Long expiration,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public PushMessage {
    failedMessages = Copies.list(failedMessages);
    extra = Copies.byName(extra);
  }

  /**
   * A message that was missed.
   *
   * <p>Mirrors {@code ConversationPushFailedMessageReferences}.
   *
   * @param id its id
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MissedMessage(
      @JsonProperty("id") @Nullable String id,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public MissedMessage {
      extra = Copies.byName(extra);
    }
  }

  /**
   * What a push shows.
   *
   * <p>Mirrors {@code ConversationPushNotificationMessageLabel}.
   *
   * @param title the title
   * @param body the text
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Label(
      @JsonProperty("title") @Nullable String title,
      @JsonProperty("body") @Nullable String body,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public Label {
      extra = Copies.byName(extra);
    }
  }

  /**
   * Who delivers a push.
   *
   * <p>Mirrors {@code ConversationPushProviderIntegration}.
   *
   * @param provider {@code FCM} or {@code APNS}
   * @param id the integration
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Provider(
      @JsonProperty("provider") @Nullable String provider,
      @JsonProperty("id") @Nullable String id,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public Provider {
      extra = Copies.byName(extra);
    }
  }

  @Override
  public String toString() {
    return "PushMessage[" + deviceType + ", " + deviceTokenId + ", deviceToken=***]";
  }
}
