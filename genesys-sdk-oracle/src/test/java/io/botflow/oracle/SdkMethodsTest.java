// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every call that the SDK has for our field is made against the simulator, or is none of ours. */
class SdkMethodsTest {
  private static final List<Class<?>> CALLERS =
      List.of(
          InboundCallsTest.class,
          ConversationCallsTest.class,
          AgentCallsTest.class,
          ConfigurationCallsTest.class,
          BotCallsTest.class,
          TextBotCallsTest.class);

  private static final Map<Pattern, String> OTHER_CHANNELS =
      Map.of(
          Pattern.compile("\\w*(Facebook|Instagram|Line|Twitter|Whatsapp)\\w*"), "other messengers",
          Pattern.compile("\\w*Conversations(Chat|Email)\\w*"), "web chat and e-mail",
          Pattern.compile("\\w*Sticker"), "stickers, which open messaging has none of",
          Pattern.compile("\\w*RoutingEmail\\w*"), "e-mail domains",
          Pattern.compile("\\w*Wrapup\\w*"), "what an agent notes after the work");

  private static final Map<String, String> NOT_OURS =
      Map.ofEntries(
          entry("getConversationsMessages", "a user's own list of conversations"),
          entry("patchConversationParticipant", "of any medium; ours is …MessageParticipant"),
          entry("patchConversationParticipantAttributes", "of any medium; ours is …Message…"),
          entry("postConversationsMessageParticipantMonitor", "supervision"),
          entry("postConversationsMessageParticipantReplace", "transfer by an agent's desk"),
          entry("putConversationsMessageRecordingstate", "recording"));

  @Test
  void noCallOfTheFieldIsLeftOut() {
    Set<String> left = new TreeSet<>(SdkMethods.ofTheField());
    left.removeIf(
        name -> OTHER_CHANNELS.keySet().stream().anyMatch(kind -> kind.matcher(name).matches()));
    left.removeAll(NOT_OURS.keySet());
    left.removeAll(called());
    assertEquals(Set.of(), left);
  }

  @Test
  void theExceptionsAreMethodsThatNoTestCalls() {
    Set<String> exceptions = new TreeSet<>(NOT_OURS.keySet());
    Set<String> strange = new TreeSet<>(exceptions);
    strange.removeAll(SdkMethods.ofTheField());
    assertEquals(Set.of(), strange, "not in the SDK");
    exceptions.retainAll(called());
    assertEquals(Set.of(), exceptions, "listed although a test calls it");
  }

  private static Set<String> called() {
    return CALLERS.stream()
        .flatMap(caller -> SdkMethods.calledBy(caller).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
