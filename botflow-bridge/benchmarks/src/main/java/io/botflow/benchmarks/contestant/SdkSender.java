// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.contestant;

import com.mypurecloud.sdk.v2.ApiClient;
import com.mypurecloud.sdk.v2.ApiException;
import com.mypurecloud.sdk.v2.api.ConversationsApi;
import com.mypurecloud.sdk.v2.model.OpenInboundMessageMessagingChannel;
import com.mypurecloud.sdk.v2.model.OpenInboundNormalizedMessage;
import com.mypurecloud.sdk.v2.model.OpenMessagingFromRecipient;
import java.io.IOException;
import java.net.URI;
import java.util.Date;
import java.util.Map;

/** Genesys' SDK with its defaults. */
final class SdkSender implements Sender {
  private final ConversationsApi conversations;

  private SdkSender(ConversationsApi conversations) {
    this.conversations = conversations;
  }

  static SdkSender of(URI api) {
    ApiClient client =
        ApiClient.Builder.standard()
            .withBasePath(api.toString())
            .withAccessToken(Sample.TOKEN)
            .build();
    return new SdkSender(new ConversationsApi(client));
  }

  @Override
  // The SDK's own type for times.
  @SuppressWarnings("JavaUtilDate")
  public String send(long number) throws IOException, ApiException {
    OpenInboundNormalizedMessage message =
        new OpenInboundNormalizedMessage()
            .channel(
                new OpenInboundMessageMessagingChannel()
                    .messageId(Sample.messageId(number))
                    .time(new Date())
                    .from(
                        new OpenMessagingFromRecipient()
                            .id(Sample.CUSTOMER)
                            .idType(OpenMessagingFromRecipient.IdTypeEnum.OPAQUE)
                            .nickname(Sample.NICKNAME)
                            .firstName(Sample.FIRST_NAME)
                            .lastName(Sample.LAST_NAME))
                    .metadata(
                        Map.of(
                            "customAttributes",
                            Map.of(Sample.ATTRIBUTE, Sample.attribute(number)))))
            .text(Sample.TEXT);
    return conversations
        .postConversationsMessageInboundOpenMessage(Sample.INTEGRATION, message)
        .getId();
  }
}
