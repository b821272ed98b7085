// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import com.mypurecloud.sdk.v2.ApiResponse;
import com.mypurecloud.sdk.v2.api.ConversationsApi;
import com.mypurecloud.sdk.v2.api.IntegrationsApi;
import com.mypurecloud.sdk.v2.api.RoutingApi;
import com.mypurecloud.sdk.v2.api.TextbotsApi;
import com.mypurecloud.sdk.v2.api.UtilitiesApi;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The SDK's methods of our field, and which of them a test calls. */
final class SdkMethods {
  private static final List<Class<?>> APIS =
      List.of(
          ConversationsApi.class,
          RoutingApi.class,
          UtilitiesApi.class,
          IntegrationsApi.class,
          TextbotsApi.class);

  /** Everything about messages, whatever the channel, and about a conversation as a whole. */
  private static final Pattern FIELD =
      Pattern.compile(
          "\\w*Messag\\w*|\\w*Ipranges|\\w*Botconnector\\w*|(get|delete|patch)Conversation"
              + "|patchConversationParticipant\\w*|postTextbotsBotsExecute|postConversationDisconnect");

  private SdkMethods() {}

  /** The methods of the field, each once: not its variants for asynchronous and raw answers. */
  static Set<String> ofTheField() {
    Set<String> names = new TreeSet<>();
    for (Class<?> api : APIS) {
      Stream.of(api.getDeclaredMethods())
          .filter(method -> Modifier.isPublic(method.getModifiers()))
          .filter(method -> method.getReturnType() != ApiResponse.class)
          .map(Method::getName)
          .filter(name -> FIELD.matcher(name).matches())
          .forEach(names::add);
    }
    return names;
  }

  /** The methods that the code of a class calls, found in its constant pool. */
  static Set<String> calledBy(Class<?> caller) {
    Set<String> called = new TreeSet<>(names(caller));
    called.retainAll(ofTheField());
    return called;
  }

  /** All texts of a constant pool; the names of called methods are among them. */
  private static Set<String> names(Class<?> type) {
    String file = type.getSimpleName() + ".class";
    try (InputStream in = type.getResourceAsStream(file);
        DataInputStream data = new DataInputStream(in)) {
      data.skipNBytes(8);
      Set<String> texts = new TreeSet<>();
      int count = data.readUnsignedShort();
      for (int index = 1; index < count; index++) {
        switch (data.readUnsignedByte()) {
          case 1 -> texts.add(data.readUTF());
          case 3, 4, 9, 10, 11, 12, 17, 18 -> data.skipNBytes(4);
          case 7, 8, 16, 19, 20 -> data.skipNBytes(2);
          case 15 -> data.skipNBytes(3);
          case 5, 6 -> {
            data.skipNBytes(8);
            index++; // Long and double constants take two places.
          }
          default -> throw new IOException("an unknown kind of constant in " + file);
        }
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
