// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mypurecloud.sdk.v2.api.ConversationsApi;
import com.mypurecloud.sdk.v2.api.IntegrationsApi;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.genesys.auth.AccessTokenProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What our client sends, against the request that the SDK builds for the same operation. */
class OurRequestsTest {
  private static RecordingServer server;
  private static GenesysCloud genesys;

  @BeforeAll
  static void start() {
    server = new RecordingServer();
    genesys =
        GenesysCloud.builder(Region.at(server.uri(), server.uri()))
            .accessTokens(AccessTokenProvider.fixed("token"))
            .build();
  }

  @AfterAll
  static void stop() {
    genesys.close();
    server.close();
  }

  static List<OurCalls.Call> calls() {
    return OurCalls.all();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void goToTheSamePlace(OurCalls.Call call) {
    SdkRequest expected = SdkRequest.of(call.operation());
    RecordingServer.Request request = make(call);
    String[] target = request.target().split("\\?", 2);
    assertEquals(expected.method() + " " + expected.path(), request.method() + " " + target[0]);
    if (target.length == 2) {
      for (String pair : target[1].split("&", -1)) {
        String parameter = pair.substring(0, pair.indexOf('=')).replace(".", "");
        String name = parameter.toLowerCase(Locale.ROOT);
        assertTrue(expected.parameters().contains(name), "the SDK has no parameter " + name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void sayNothingThatTheSdkCannotSay(OurCalls.Call call) {
    Set<String> unknown = unknownToSdk(call);
    unknown.removeAll(NewerThanSdk.REASONS.keySet());
    unknown.removeAll(NewerThanSdk.IN_REQUESTS.keySet());
    assertEquals(Set.of(), unknown);
  }

  @Test
  void theListOfWhatTheSdkLacksIsExact() {
    Set<String> unknown = new TreeSet<>();
    OurCalls.all().forEach(call -> unknown.addAll(unknownToSdk(call)));
    unknown.removeAll(NewerThanSdk.REASONS.keySet());
    assertEquals(new TreeSet<>(NewerThanSdk.IN_REQUESTS.keySet()), unknown);
  }

  @Test
  void theSdkStillLacksTheCallsThatAreListedAsNewer() {
    List<String> methods =
        Stream.of(ConversationsApi.class, IntegrationsApi.class)
            .flatMap(api -> Arrays.stream(api.getMethods()))
            .map(method -> method.getName().toLowerCase(Locale.ROOT))
            .toList();
    for (String part : NewerThanSdk.CALLS.keySet()) {
      assertEquals(
          List.of(),
          methods.stream().filter(name -> name.contains(part.toLowerCase(Locale.ROOT))).toList());
    }
  }

  private static Set<String> unknownToSdk(OurCalls.Call call) {
    Class<?> model = SdkRequest.of(call.operation()).body();
    String body = make(call).body();
    if (model == null) {
      assertEquals("", body, "the SDK sends no body");
      return new TreeSet<>();
    }
    JsonNode json = OurSamples.tree(body);
    SdkJudge judge = SdkJudge.ofRequests();
    Object read = judge.read(json, model);
    Set<String> unknown =
        judge.takeUnknown().stream()
            .map(Unknown::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    if (unknown.isEmpty()) {
      assertEquals(List.of(), Differences.between(json, SdkSamples.write(read)));
    }
    return unknown;
  }

  private static RecordingServer.Request make(OurCalls.Call call) {
    call.ours().accept(genesys);
    return server.request();
  }
}
