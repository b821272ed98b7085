// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.web.ResponseBody;
import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;

/** The HTTP face of the simulator: {@code /bot<token>/<method>} and {@code /file/bot<token>/…}. */
final class BotApi implements WebHandler {
  private static final String FILES = "/file/bot";
  private static final String METHODS = "/bot";

  private final String token;
  private final Clock clock;
  private final MethodTable methods;
  private final FileVault files;
  private final TelegramFaults faults;
  private final RequestLog requests;
  private final Traffic traffic;

  BotApi(
      String token,
      Clock clock,
      MethodTable methods,
      FileVault files,
      TelegramFaults faults,
      RequestLog requests,
      Traffic traffic) {
    this.token = token;
    this.clock = clock;
    this.methods = methods;
    this.files = files;
    this.faults = faults;
    this.requests = requests;
    this.traffic = traffic;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    try {
      String path = URLDecoder.decode(request.path().replace("+", "%2B"), StandardCharsets.UTF_8);
      if (path.startsWith(FILES)) {
        return download(authorised(path.substring(FILES.length())));
      }
      if (path.startsWith(METHODS)) {
        return call(authorised(path.substring(METHODS.length())), request);
      }
      throw ApiError.of(404, "Not Found");
    } catch (ApiError e) {
      return e.response();
    }
  }

  /** Checks the token that the text begins with, and returns what follows its slash. */
  private String authorised(String tokenAndRest) {
    int slash = tokenAndRest.indexOf('/');
    String given = slash < 0 ? tokenAndRest : tokenAndRest.substring(0, slash);
    if (slash < 0 || !given.matches("\\d+:\\S+")) {
      throw ApiError.of(404, "Not Found");
    }
    if (!MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
      throw ApiError.of(401, "Unauthorized");
    }
    return tokenAndRest.substring(slash + 1);
  }

  private WebResponse call(String name, WebRequest request) {
    Method method = methods.find(name);
    if (method == null) {
      throw ApiError.of(404, "Not Found: method not found");
    }
    Call call = Call.of(request, method.parameters());
    requests.add(new TelegramRequest(clock.instant(), method.name(), call.log()));
    TelegramFaults.Fault fault = faults.take(method.name());
    WebResponse response;
    JsonNode result = Json.object();
    try {
      if (fault != null && fault.refusal() != null) {
        throw fault.refusal();
      }
      Answer answer = method.body().call(call);
      result = answer.result();
      response = answer.response();
    } catch (ApiError e) {
      response = e.response();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      response = ApiError.of(500, "Internal Server Error: restart").response();
    }
    int status = fault == null || fault.refusal() != null ? response.status() : 0;
    String messageId = result.path("message_id").asText(call.text("message_id"));
    traffic.fromBot(method.name(), call.text("chat_id"), messageId, status);
    return status == 0 ? LostAnswer.response() : response;
  }

  private WebResponse download(String path) {
    TelegramFaults.Fault fault = faults.take(TelegramFaults.FILE_DOWNLOAD);
    WebResponse response;
    if (fault != null && fault.refusal() != null) {
      response = fault.refusal().response();
    } else {
      response =
          files
              .byPath(path)
              .map(BotApi::content)
              .orElseGet(() -> ApiError.of(404, "Not Found").response());
    }
    int status = fault == null || fault.refusal() != null ? response.status() : 0;
    traffic.fromBot(TelegramFaults.FILE_DOWNLOAD, "", "", status);
    return status == 0 ? LostAnswer.response() : response;
  }

  private static WebResponse content(TelegramFile file) {
    ResponseBody body =
        new ResponseBody() {
          @Override
          public long length() {
            return file.size();
          }

          @Override
          public void writeTo(OutputStream out) throws IOException {
            out.write(file.shared());
          }
        };
    return new WebResponse(200, Map.of("Content-Type", MediaTypes.UNKNOWN), body);
  }

  /** Makes the host give up before it has written a byte, which closes the connection. */
  private static final class LostAnswer implements ResponseBody {
    static WebResponse response() {
      return new WebResponse(200, Map.of(), new LostAnswer());
    }

    @Override
    public long length() {
      throw new IllegalStateException("this answer is meant to get lost");
    }

    @Override
    public void writeTo(OutputStream out) {
      throw new IllegalStateException("this answer is meant to get lost");
    }
  }
}
