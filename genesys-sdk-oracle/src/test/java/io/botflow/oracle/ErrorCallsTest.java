// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mypurecloud.sdk.v2.ApiClient;
import com.mypurecloud.sdk.v2.ApiException;
import com.mypurecloud.sdk.v2.api.ConversationsApi;
import com.mypurecloud.sdk.v2.model.ErrorBody;
import com.mypurecloud.sdk.v2.model.OpenInboundNormalizedMessage;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;

/** The simulator's refusals, as the SDK's exception and as its model of an error. */
class ErrorCallsTest {
  @RegisterExtension static final SimulatedCloud CLOUD = SimulatedCloud.start();

  private final ConversationsApi api = new ConversationsApi(CLOUD.client());
  private final SdkJudge judge = SdkJudge.ofAnswers();

  @Test
  void aBodyWithoutTextAndContentIsABadRequest() {
    String integration = CLOUD.integration("bad request").id();
    refused(
        400,
        "bad.request",
        () ->
            api.postConversationsMessageInboundOpenMessage(
                integration, InboundCallsTest.message("4711", null)));
  }

  @Test
  void aCallWithoutATokenIsNotAuthenticated() {
    ConversationsApi anonymous = new ConversationsApi(CLOUD.anonymous());
    refused(401, "authentication.required", () -> send(anonymous, "any", "Hello"));
  }

  @Test
  void aCallWithAWrongTokenIsNotAuthenticated() {
    ApiClient client = CLOUD.anonymous();
    client.setAccessToken("wrong");
    refused(401, "bad.credentials", () -> send(new ConversationsApi(client), "any", "Hello"));
  }

  @Test
  void aClientWithoutThePermissionIsRefusedByItsName() {
    CLOUD.simulator().addClient("reader", "secret", Set.of("conversation:message:view"));
    ConversationsApi reader = new ConversationsApi(CLOUD.login("reader", "secret"));
    String integration = CLOUD.integration("forbidden").id();
    ErrorBody error = refused(403, "missing.permissions", () -> send(reader, integration, "Hello"));
    assertTrue(error.getMessage().contains("conversation:message:receive"), error.getMessage());
  }

  @Test
  void anIntegrationThatDoesNotExistIsNotFound() {
    refused(404, "not.found", () -> send(api, "6b3a8a5f-5a5e-4f0e-9f4e-1c1c3f0a7b11", "Hello"));
  }

  @Test
  void aBodyBeyondTheLimitIsTooLarge() {
    String integration = CLOUD.integration("too large").id();
    ErrorBody error = refused(413, null, () -> send(api, integration, "x".repeat(512_001)));
    assertTrue(error.getMessage().contains("512000"), error.getMessage());
  }

  @Test
  void callsBeyondTheRateAreRefusedWithADelay() throws Exception {
    SimulatedCloud busy = SimulatedCloud.start(builder -> builder.requestsPerMinute(1));
    try {
      ConversationsApi hasty = new ConversationsApi(busy.client());
      String integration = busy.integration("busy").id();
      send(hasty, integration, "one");

      ApiException refusal =
          assertThrows(ApiException.class, () -> send(hasty, integration, "two"));

      error(refusal, 429, "too.many.requests.retry.after");
      assertTrue(Integer.parseInt(header(refusal, "Retry-After")) > 0);
    } finally {
      busy.close();
    }
  }

  @Test
  void aWrongSecretIsRefusedAtTheLogin() {
    ApiException refusal =
        assertThrows(
            ApiException.class,
            () ->
                CLOUD
                    .anonymous()
                    .authorizeClientCredentials(CLOUD.simulator().clientId(), "wrong"));
    assertEquals(401, refusal.getStatusCode());
    assertTrue(refusal.getRawBody().contains("\"error\":\"invalid_client\""));
  }

  private ErrorBody refused(int status, @Nullable String code, Executable call) {
    return error(assertThrows(ApiException.class, call), status, code);
  }

  private ErrorBody error(ApiException refusal, int status, @Nullable String code) {
    assertEquals(status, refusal.getStatusCode(), refusal.getRawBody());
    ErrorBody error = judge.read(OurSamples.tree(refusal.getRawBody()), ErrorBody.class);
    assertEquals(Set.of(), judge.takeUnknown());
    assertEquals(status, error.getStatus());
    assertNotNull(error.getMessage());
    assertEquals(header(refusal, "ININ-Correlation-Id"), error.getContextId());
    if (code != null) {
      assertEquals(code, error.getCode());
    }
    return error;
  }

  /** Without regard to case, unlike the SDK's own look-up. */
  private static String header(ApiException refusal, String name) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(refusal.getHeaders());
    return headers.get(name);
  }

  private static void send(ConversationsApi api, String integration, String text) throws Exception {
    OpenInboundNormalizedMessage message = InboundCallsTest.message("4711", text);
    api.postConversationsMessageInboundOpenMessage(integration, message);
  }
}
