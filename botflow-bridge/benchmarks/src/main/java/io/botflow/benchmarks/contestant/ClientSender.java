// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.contestant;

import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.GenesysCloudBuilder;
import io.botflow.genesys.Region;
import io.botflow.genesys.auth.AccessTokenProvider;
import io.botflow.genesys.call.RequestBudget;
import io.botflow.genesys.openmessaging.Customer;
import io.botflow.genesys.openmessaging.InboundMessage;
import io.botflow.genesys.openmessaging.OpenMessaging;
import java.net.URI;

/** Our client. */
final class ClientSender implements Sender {
  /** 50,000 a second: counted, never waited for. */
  private static final RequestBudget AMPLE = RequestBudget.perMinute(3_000_000);

  private final OpenMessaging messaging;

  private ClientSender(GenesysCloud genesys) {
    this.messaging = genesys.openMessaging(Sample.INTEGRATION);
  }

  static ClientSender withDefaults(URI api) {
    return new ClientSender(builder(api).budget(AMPLE).build());
  }

  static ClientSender direct(URI api) {
    return new ClientSender(builder(api).build().direct());
  }

  private static GenesysCloudBuilder builder(URI api) {
    return GenesysCloud.builder(Region.at(api, api))
        .accessTokens(AccessTokenProvider.fixed(Sample.TOKEN));
  }

  @Override
  public String send(long number) {
    InboundMessage message =
        InboundMessage.builder(
                Customer.builder(Sample.CUSTOMER)
                    .nickname(Sample.NICKNAME)
                    .firstName(Sample.FIRST_NAME)
                    .lastName(Sample.LAST_NAME)
                    .build())
            .messageId(Sample.messageId(number))
            .text(Sample.TEXT)
            .customAttribute(Sample.ATTRIBUTE, Sample.attribute(number))
            .build();
    return String.valueOf(messaging.send(message).id());
  }
}
