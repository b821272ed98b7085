// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mypurecloud.sdk.v2.model.OpenInboundNormalizedEvent;
import com.mypurecloud.sdk.v2.model.OpenInboundNormalizedReceipt;
import com.mypurecloud.sdk.v2.model.OpenMessageNormalizedMessage;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The judge sees what it is there to see. */
class SdkJudgeTest {
  @Test
  void notesAnUnknownPropertyAtAnyDepth() {
    assertEquals(
        Set.of("OpenInboundMessagingChannel.colour", "OpenInboundNormalizedEvent.extra"),
        unknown(
            SdkJudge.ofRequests(),
            "{'channel':{'colour':{'r':1}},'extra':[1],'events':[]}",
            OpenInboundNormalizedEvent.class));
  }

  @Test
  void notesAValueThatIsNotInTheEnumeration() {
    assertEquals(
        Set.of("ConversationReason.code=Weather", "OpenInboundNormalizedReceipt.status=Lost"),
        unknown(
            SdkJudge.ofRequests(),
            "{'status':'Lost','reasons':[{'code':'Weather'}]}",
            OpenInboundNormalizedReceipt.class));
  }

  @Test
  void notesAValueInTheWrongCaseThoughTheSdkWouldTakeIt() {
    assertEquals(
        Set.of("OpenInboundNormalizedReceipt.status=delivered"),
        unknown(
            SdkJudge.ofRequests(), "{'status':'delivered'}", OpenInboundNormalizedReceipt.class));
  }

  @Test
  void notesAReadOnlyPropertyInARequestOnly() {
    String image = "{'channel':{'from':{'image':'https://example.com/a.jpg'}}}";
    assertEquals(
        Set.of("OpenMessagingFromRecipient.image"),
        unknown(SdkJudge.ofRequests(), image, OpenInboundNormalizedEvent.class));
    assertEquals(
        Set.of(), unknown(SdkJudge.ofAnswers(), image, OpenMessageNormalizedMessage.class));
  }

  @Test
  void refusesAValueOfAnotherKind() {
    assertThrows(
        AssertionError.class,
        () ->
            unknown(
                SdkJudge.ofRequests(),
                "{'channel':{'time':'yesterday'}}",
                OpenInboundNormalizedEvent.class));
  }

  private static Set<String> unknown(SdkJudge judge, String json, Class<?> model) {
    judge.read(OurSamples.tree(json.replace('\'', '"')), model);
    return judge.takeUnknown().stream()
        .map(Unknown::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
