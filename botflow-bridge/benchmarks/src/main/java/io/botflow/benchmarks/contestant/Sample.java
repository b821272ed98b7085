// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.contestant;

import java.nio.charset.StandardCharsets;

/** The message that everybody sends, and the answer to it. */
public final class Sample {
  /** The integration; any id. */
  public static final String INTEGRATION = "5b8ae4b5-4d8d-4c0e-9d3e-2f9c33d1a7a1";

  /** The path of the call. */
  public static final String PATH =
      "/api/v2/conversations/messages/" + INTEGRATION + "/inbound/open/message";

  /** The access token; in lower case, as the stub compares without regard to it. */
  public static final String TOKEN =
      "gxm5uucwzyo2sbqhnzt6yfvq5w3rb4aot1d3rbo6h0jpqkte8nfgq4jkpnznd";

  /** The customer. */
  public static final String CUSTOMER = "380671234567";

  /** Its display name. */
  public static final String NICKNAME = "ivan.petrenko";

  /** Its first name. */
  public static final String FIRST_NAME = "Іван";

  /** Its last name. */
  public static final String LAST_NAME = "Петренко";

  /** The name of its participant data. */
  public static final String ATTRIBUTE = "orderId";

  /** The text. */
  public static final String TEXT =
      "Добрий день! Підкажіть, будь ласка, де зараз моє замовлення: вчора писали, що воно вже у"
          + " відділенні, а сьогодні його там немає.";

  private static final byte[] RESPONSE = response(body());
  private static final byte[] REFUSAL =
      "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private Sample() {}

  /** The id of a message by its number. */
  public static String messageId(long number) {
    return "viber-5938427733-" + (1_000_000 + number);
  }

  /** The value of the participant data by the message's number. */
  public static String attribute(long number) {
    return "A-" + number;
  }

  /** The id in the answer, by which a contestant knows that it has read it. */
  public static final String ANSWER_ID = "8f7c2a5d6f0e4b8e9c0d1a2b3c4d5e6f";

  /** The whole answer to a good request; not to be changed. */
  public static byte[] response() {
    return RESPONSE;
  }

  /** The whole answer to any other request; not to be changed. */
  public static byte[] refusal() {
    return REFUSAL;
  }

  private static String body() {
    return """
        {"id":"%s","channel":{"id":"%s","platform":"Open","type":"Private",\
        "messageId":"%s","to":{"id":"%s","idType":"Opaque"},\
        "from":{"id":"%s","idType":"Opaque","nickname":"%s","firstName":"%s","lastName":"%s"},\
        "time":"2026-11-22T10:15:30.123Z"},"type":"Text","text":"%s",\
        "metadata":{"correlationId":"b0a4b9f5-0ec8-4a9f-9c3c-0d3d2ad5f5ec"}}"""
        .formatted(
            ANSWER_ID,
            INTEGRATION,
            messageId(0),
            INTEGRATION,
            CUSTOMER,
            NICKNAME,
            FIRST_NAME,
            LAST_NAME,
            TEXT);
  }

  private static byte[] response(String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + content.length
                + "\r\nININ-Correlation-Id: 4c5f34a1-94b2-4b7b-9f0d-0c6a8f9d8d11"
                + "\r\ninin-ratelimit-count: 1\r\ninin-ratelimit-allowed: 300\r\ninin-ratelimit-reset: 60"
                + "\r\nConnection: keep-alive\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + content.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(content, 0, all, head.length, content.length);
    return all;
  }
}
