// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Routes;
import io.botflow.testkit.http.FileTypes;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/** Where an agent's side announces files, by the new way or the old, and asks how they are. */
final class UploadEndpoint {
  static final Permission CREATE =
      Permission.any("conversation:message:create", "conversation:webmessaging:create");
  private static final Permission VIEW =
      Permission.any("conversation:message:view", "conversation:webmessaging:view");
  private static final List<String> STATUSES = List.of("uploading", "valid", "invalid");
  private static final Pattern FORBIDDEN = Pattern.compile("[\\s\\\\{^}%`\\]\">\\[~<#|]");

  private final Ledger ledger;
  private final Lines lines;
  private final Uploads uploads;
  private final Media media;

  UploadEndpoint(Ledger ledger, Lines lines, Uploads uploads, Media media) {
    this.ledger = ledger;
    this.lines = lines;
    this.uploads = uploads;
    this.media = media;
  }

  void register(Routes routes) {
    String path =
        "/api/v2/conversations/messages/{conversationId}/communications/{communicationId}"
            + "/messages/media";
    routes
        .add("POST", path + "/uploads", CREATE, this::announce)
        .add("POST", path, CREATE, this::announceTheOldWay)
        .add("GET", path, VIEW, this::list)
        .add("GET", path + "/{mediaId}", VIEW, this::one);
  }

  private WebResponse announce(ApiCall call) {
    JsonView body = call.body();
    String name = fileName(body);
    long length = body.number("contentLengthBytes", 0, media.maxBytes());
    Upload.Announced announced =
        new Upload.Announced(name, length, body.optionalText("contentMd5"));
    Upload upload =
        add(
            call,
            announced,
            Map.of("Content-Type", FileTypes.of(name), "x-upload-signature", Ids.token()));
    ObjectNode answer = Json.object();
    answer.put("id", upload.id()).put("name", name).put("uploadUrl", address(upload));
    upload.headers().forEach(answer.putObject("uploadHeaders")::put);
    return Answers.ok(answer.put("selfUri", selfUri(upload)));
  }

  private static String fileName(JsonView body) {
    String name = body.nonEmpty("fileName");
    if (name.startsWith(".") || name.endsWith("/") || FORBIDDEN.matcher(name).find()) {
      throw InvalidBodyException.of(
          "fileName should not start with a dot, end with a slash, or contain white space or one"
              + " of \\{^}%`]\">[~<#|");
    }
    return name;
  }

  private WebResponse announceTheOldWay(ApiCall call) {
    return Answers.of(202, view(add(call, null, Map.of())));
  }

  private Upload add(ApiCall call, @Nullable Upload.Announced file, Map<String, String> headers) {
    Upload upload =
        ledger.read(
            () -> {
              Lines.Line line = lines.speak(call);
              return new Upload(
                  line.conversation().id(), line.participant().communicationId(), file, headers);
            });
    uploads.add(upload);
    return upload;
  }

  private WebResponse list(ApiCall call) {
    String status =
        call.query("status")
            .map(text -> Json.object().put("status", text))
            .map(query -> JsonView.of(query).oneOf("status", "MediaStatus", STATUSES))
            .orElse("");
    return Answers.page(
        call,
        of(call).stream()
            .filter(upload -> status.isEmpty() || upload.status().word().equals(status))
            .map(this::view)
            .toList());
  }

  private WebResponse one(ApiCall call) {
    String id = call.path("mediaId");
    return Answers.ok(
        of(call).stream()
            .filter(upload -> upload.id().equals(id))
            .findFirst()
            .map(this::view)
            .orElseThrow(ApiError::notFound));
  }

  private List<Upload> of(ApiCall call) {
    return uploads.of(ledger.read(() -> lines.find(call).participant().communicationId()));
  }

  private ObjectNode view(Upload upload) {
    ObjectNode view = Json.object();
    view.put("id", upload.id());
    Upload.Stored file = upload.file();
    Upload.Announced announced = upload.announced();
    if (file != null) {
      view.put("name", file.name()).put("url", file.url().toString());
      view.put("mediaType", file.mime()).put("contentLengthBytes", file.bytes().length);
    } else if (announced != null) {
      view.put("name", announced.fileName());
    }
    view.put("status", upload.status().word());
    if (upload.status() == Upload.Status.UPLOADING) {
      view.put("uploadUrl", address(upload));
    }
    view.put("conversationId", upload.conversationId());
    view.put("communicationId", upload.communicationId());
    return view.put("selfUri", selfUri(upload));
  }

  private String address(Upload upload) {
    return media.address(UploadTarget.PATH + upload.token()).toString();
  }

  private static String selfUri(Upload upload) {
    return "/api/v2/conversations/messages/"
        + upload.conversationId()
        + "/communications/"
        + upload.communicationId()
        + "/messages/media/"
        + upload.id();
  }
}
