// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import io.botflow.genesys.call.Operation;
import io.botflow.genesys.content.Typing;
import io.botflow.genesys.conversations.MessageData;
import io.botflow.genesys.error.ErrorContext;
import io.botflow.genesys.error.UnexpectedResponseException;
import io.botflow.genesys.internal.api.ApiClient;
import io.botflow.genesys.internal.api.Call;
import io.botflow.genesys.internal.api.Page;
import io.botflow.genesys.internal.api.Pages;
import io.botflow.genesys.internal.http.BaseUri;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireStrings;
import io.botflow.genesys.media.MediaFile;
import io.botflow.genesys.outbound.AgentCommunication;
import io.botflow.genesys.outbound.AgentMessage;
import io.botflow.genesys.outbound.MediaStatus;
import io.botflow.genesys.outbound.UploadProof;
import io.botflow.genesys.outbound.UploadedMedia;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** An agent's line over the API. */
final class HttpAgentCommunication implements AgentCommunication {
  private final ApiClient api;
  private final String line;

  HttpAgentCommunication(ApiClient api, String conversationId, String communicationId) {
    this.api = api;
    this.line =
        HttpOutbound.MESSAGES
            + "/"
            + BaseUri.segment(conversationId, "conversationId")
            + "/communications/"
            + BaseUri.segment(communicationId, "communicationId");
  }

  private record TypingRequest(@JsonProperty("typing") Typing typing) {}

  private record UploadRequest(
      @JsonProperty("fileName") String fileName,
      @JsonProperty("contentLengthBytes") long contentLengthBytes) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record UploadPlace(
      @JsonProperty("id") @Nullable String id,
      @JsonProperty("uploadUrl") @Nullable String uploadUrl,
      @JsonProperty("uploadHeaders") @WireStrings Map<String, String> uploadHeaders) {
    UploadPlace {
      uploadHeaders = Copies.map(uploadHeaders);
    }
  }

  @Override
  public MessageData send(AgentMessage message) {
    return api.read(
        Call.of(Operation.SEND_AGENT_MESSAGE, "POST", line + "/messages", message),
        MessageData.class);
  }

  @Override
  public void typing(Duration duration) {
    Typing typing = new Typing("On", duration.toMillis(), Map.of());
    api.run(
        Call.of(Operation.SEND_AGENT_TYPING, "POST", line + "/typing", new TypingRequest(typing)));
  }

  @Override
  public String upload(MediaFile file) {
    String path = line + "/messages/media/uploads";
    UploadPlace place =
        api.read(
            Call.of(
                Operation.PREPARE_UPLOAD,
                "POST",
                path,
                new UploadRequest(file.name(), file.length())),
            UploadPlace.class);
    if (place.id() == null || place.uploadUrl() == null) {
      throw noPlace("POST " + path);
    }
    api.files().put(place.uploadUrl(), place.uploadHeaders(), file);
    return place.id();
  }

  private static UnexpectedResponseException noPlace(String request) {
    return new UnexpectedResponseException(
        ErrorContext.withoutResponse(request, "the answer names no place to upload to"), null);
  }

  @Override
  public String uploadDeprecated(MediaFile file, UploadProof proof) {
    UploadedMedia place = prepareDeprecatedUpload();
    if (place.id() == null || place.uploadUrl() == null) {
      throw noPlace("POST " + line + "/messages/media");
    }
    if (proof == UploadProof.TOKEN) {
      api.postWithToken(place.uploadUrl(), file);
    } else {
      api.files().post(place.uploadUrl(), null, file);
    }
    return place.id();
  }

  @Override
  public UploadedMedia prepareDeprecatedUpload() {
    return api.read(
        Call.of(Operation.PREPARE_UPLOAD, "POST", line + "/messages/media"), UploadedMedia.class);
  }

  @Override
  public UploadedMedia media(String mediaId) {
    return api.read(
        Call.of(
            Operation.READ_MEDIA,
            "GET",
            line + "/messages/media/" + BaseUri.segment(mediaId, "mediaId")),
        UploadedMedia.class);
  }

  @Override
  public Stream<UploadedMedia> media(MediaStatus status) {
    String path = line + "/messages/media?status=" + BaseUri.segment(status.value(), "status");
    return Pages.stream(
        number ->
            api.read(
                Call.of(Operation.READ_MEDIA, "GET", path + "&pageNumber=" + number),
                new TypeReference<Page<UploadedMedia>>() {}));
  }
}
