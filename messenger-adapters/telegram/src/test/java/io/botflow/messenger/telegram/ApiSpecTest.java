// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of our requests sees what is wrong with them. */
class ApiSpecTest {
  @BeforeEach
  void present() {
    Assumptions.assumeTrue(ApiSpec.present(), "no Bot API specification in botflow.fixtures");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sendSomething | {}",
        "sendMessage | {'chat_id':1}",
        "sendMessage | {'chat_id':1.5,'text':'x'}",
        "sendMessage | {'chat_id':1,'text':5}",
        "sendMessage | {'chat_id':1,'text':'x','texts':'x'}",
        "sendMessage | {'chat_id':1,'text':'x','reply_parameters':{}}",
        "sendMessage | {'chat_id':1,'text':'x','reply_parameters':{'message_id':'1'}}",
        "sendMessage | {'chat_id':1,'text':'x','reply_markup':{'inline_keyboard':[{'text':'x'}]}}",
        "sendMessage | {'chat_id':1,'text':'x','reply_markup':{'inline_keyboard':[[{'txt':'x'}]]}}",
        "setMessageReaction | {'chat_id':1,'message_id':1,'reaction':[{'emoji':'x'}]}",
        "deleteMessages | {'chat_id':1,'message_ids':['1']}",
        "sendMediaGroup | {'chat_id':1,'media':[{'type':'photo'}]}",
        "sendMediaGroup | {'chat_id':1,'media':[{'type':'video','media':'x','text':'y'}]}",
      })
  void aWrongRequestIsSeen(String method, String body) {
    assertThrows(
        AssertionError.class,
        () -> ApiSpec.check(method, "application/json", body.replace('\'', '"')));
  }

  @Test
  void aRightOnePasses() throws Exception {
    ApiSpec.check(
        "sendMessage",
        "application/json",
        """
        {"chat_id":1,"text":"x","reply_parameters":{"message_id":1},
         "reply_markup":{"inline_keyboard":[[{"text":"x","callback_data":"y"}]]}}
        """);
  }
}
