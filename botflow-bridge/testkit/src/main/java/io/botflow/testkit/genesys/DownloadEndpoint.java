// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.connector.web.ResponseBody;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Downloads of attachments under pre-authorised links. */
final class DownloadEndpoint {
  private final Media media;
  private final Traffic traffic;

  DownloadEndpoint(Media media, Traffic traffic) {
    this.media = media;
    this.traffic = traffic;
  }

  WebResponse handle(String token, WebRequest request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      throw ApiError.methodNotAllowed();
    }
    Media.Download download = media.download(token).orElseThrow(ApiError::notFound);
    traffic.report(
        TrafficEvent.Kind.MEDIA_DOWNLOAD,
        Traffic.GENESYS,
        "client",
        null,
        null,
        200,
        download.bytes().length + " bytes");
    String name = URLEncoder.encode(download.name(), StandardCharsets.UTF_8).replace("+", "%20");
    return new WebResponse(
        200,
        Map.of(
            "Content-Type",
            download.mime(),
            "Content-Disposition",
            "attachment; filename*=UTF-8''" + name),
        body(download.bytes()));
  }

  private static ResponseBody body(byte[] bytes) {
    return new ResponseBody() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
      }
    };
  }
}
