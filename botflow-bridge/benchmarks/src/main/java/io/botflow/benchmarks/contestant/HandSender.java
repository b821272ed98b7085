// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.contestant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/** The same call by hand: typed records, a prepared reader and writer, a time limit. */
final class HandSender implements Sender {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final ObjectWriter WRITER = MAPPER.writerFor(Message.class);
  private static final ObjectReader READER = MAPPER.readerFor(Answer.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient http;
  private final URI uri;

  private HandSender(HttpClient http, URI uri) {
    this.http = http;
    this.uri = uri;
  }

  static HandSender over(HttpClient http, URI api) {
    return new HandSender(http, api.resolve(Sample.PATH));
  }

  /** What measurements showed to be the best for blocking calls. */
  static HttpClient tunedClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10))
        .executor(Runnable::run)
        .build();
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Message(
      @JsonProperty("channel") Channel channel, @JsonProperty("text") String text) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Channel(
      @JsonProperty("messageId") String messageId,
      @JsonProperty("time") String time,
      @JsonProperty("from") Person from,
      @JsonProperty("metadata") Map<String, Map<String, String>> metadata) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Person(
      @JsonProperty("id") String id,
      @JsonProperty("idType") String idType,
      @JsonProperty("nickname") @Nullable String nickname,
      @JsonProperty("firstName") @Nullable String firstName,
      @JsonProperty("lastName") @Nullable String lastName) {}

  private record Answer(
      @JsonProperty("id") String id,
      @JsonProperty("channel") AnswerChannel channel,
      @JsonProperty("type") String type,
      @JsonProperty("text") @Nullable String text,
      @JsonProperty("content") @Nullable List<Object> content,
      @JsonProperty("metadata") @Nullable Map<String, String> metadata,
      @JsonProperty("conversationId") @Nullable String conversationId) {}

  private record AnswerChannel(
      @JsonProperty("id") String id,
      @JsonProperty("platform") String platform,
      @JsonProperty("type") String type,
      @JsonProperty("messageId") @Nullable String messageId,
      @JsonProperty("to") @Nullable Person to,
      @JsonProperty("from") @Nullable Person from,
      @JsonProperty("time") @Nullable String time) {}

  @Override
  public String send(long number) throws IOException, InterruptedException {
    Message message =
        new Message(
            new Channel(
                Sample.messageId(number),
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                new Person(
                    Sample.CUSTOMER,
                    "Opaque",
                    Sample.NICKNAME,
                    Sample.FIRST_NAME,
                    Sample.LAST_NAME),
                Map.of("customAttributes", Map.of(Sample.ATTRIBUTE, Sample.attribute(number)))),
            Sample.TEXT);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + Sample.TOKEN)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofByteArray(WRITER.writeValueAsBytes(message)))
            .build();
    HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode());
    }
    Answer answer = READER.readValue(response.body());
    return answer.id();
  }
}
