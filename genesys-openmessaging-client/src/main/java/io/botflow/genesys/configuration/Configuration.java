// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

import io.botflow.genesys.content.MessengerType;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * The set-up of Open Messaging in an organisation. Thread-safe. Obtained from {@code GenesysCloud};
 * implemented outside only by tests, since later versions add methods.
 *
 * <p>Every method that makes a call blocks until it is answered, and throws a {@link
 * io.botflow.genesys.error.GenesysException} if the call does not succeed.
 *
 * @see <a
 *     href="https://help.mypurecloud.com/articles/configure-an-open-messaging-integration/">Configure
 *     an open messaging integration</a>
 */
public interface Configuration {

  /**
   * The Open Messaging integrations. Makes no call.
   *
   * @return the integrations
   */
  OpenIntegrations integrations();

  /**
   * The supported content profiles. Permissions {@code messaging:supportedContent:*}. Makes no
   * call.
   *
   * @return the profiles
   */
  Profiles<SupportedContent> supportedContent();

  /**
   * The messaging settings, called platform configurations in the administration. Permissions
   * {@code messaging:setting:*}. Makes no call.
   *
   * @return the settings
   */
  Profiles<MessagingSetting> messagingSettings();

  /**
   * Reads whether an integration's customers are found among the external contacts. Permission
   * {@code messaging:identityResolutionOpen:view} in addition to the integration's.
   *
   * @param integrationId the integration
   * @return what is set
   */
  IdentityResolution identityResolution(String integrationId);

  /**
   * Sets whether an integration's customers are found among the external contacts. Permission
   * {@code messaging:identityResolutionOpen:edit} in addition to the integration's.
   *
   * @param integrationId the integration
   * @param resolution what to set
   * @return what is set now
   */
  IdentityResolution identityResolution(String integrationId, IdentityResolution resolution);

  /**
   * Reads how long after its end a conversation is reopened. Permission {@code
   * conversation:threadingTimeline:view}.
   *
   * @return the windows of all messenger types
   */
  ThreadingTimeline threadingTimeline();

  /**
   * Sets how long after its end a conversation is reopened. Replaces all windows: change what was
   * read. Permission {@code conversation:threadingTimeline:edit}.
   *
   * @param timeline the windows; a type that is missing goes back to the default
   * @return what is set now
   */
  ThreadingTimeline threadingTimeline(ThreadingTimeline timeline);

  /**
   * Lists the recipients of all channels. Pages are read as the stream is. Permission {@code
   * routing:message:manage}.
   *
   * @return the recipients with their flows, lazily; read by one thread
   */
  default Stream<FlowRecipient> recipients() {
    return recipients(null);
  }

  /**
   * Lists the recipients of one channel. Pages are read as the stream is. Permission {@code
   * routing:message:manage}.
   *
   * @param messengerType the channel, for example {@link MessengerType#OPEN}; null for all
   * @return the recipients with their flows, lazily; read by one thread
   */
  Stream<FlowRecipient> recipients(@Nullable MessengerType messengerType);

  /**
   * Reads which flow an integration's messages start.
   *
   * @param recipientId from {@link OpenIntegration#recipient()}
   * @return the recipient with its flow
   */
  FlowRecipient recipient(String recipientId);

  /**
   * Sets which flow an integration's messages start. Permission {@code routing:message:manage}.
   *
   * @param recipientId from {@link OpenIntegration#recipient()}
   * @param flowId the inbound message flow
   * @return the recipient with its flow
   */
  FlowRecipient attachFlow(String recipientId, String flowId);

  /**
   * Reads the addresses of a service, for a firewall.
   *
   * @param service for example {@code bot-connector}, in any case
   * @return its addresses in all regions
   */
  List<IpRange> ipRanges(String service);
}
