// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * The Open Messaging integrations of an organisation. Thread-safe. Permissions {@code
 * messaging:integration:view}, {@code :add}, {@code :edit}, {@code :delete}. Obtained from {@link
 * Configuration}; implemented outside only by tests, since later versions add methods.
 *
 * @see <a
 *     href="https://help.mypurecloud.com/articles/configure-an-open-messaging-integration/">Configure
 *     an open messaging integration</a>
 */
public interface OpenIntegrations {

  /**
   * Lists all. Pages are read as the stream is.
   *
   * @return the integrations, lazily; read by one thread
   */
  default Stream<OpenIntegration> list() {
    return list(IntegrationFilter.all());
  }

  /**
   * Lists some. Pages are read as the stream is.
   *
   * @param filter which
   * @return the integrations, lazily; read by one thread
   */
  Stream<OpenIntegration> list(IntegrationFilter filter);

  /**
   * Lists the integrations of all channels. Pages are read as the stream is.
   *
   * @param filter which
   * @return the integrations, lazily; read by one thread
   */
  Stream<MessagingIntegration> listAllChannels(IntegrationFilter filter);

  /**
   * Reads one.
   *
   * @param integrationId the integration
   * @return the integration
   * @throws io.botflow.genesys.error.NotFoundException if there is none of that id
   */
  OpenIntegration read(String integrationId);

  /**
   * Starts the creation of one. It goes on after the call: see {@link #awaitCreated}.
   *
   * @param draft what to create
   * @return the integration with its id, usually not usable yet
   */
  OpenIntegration create(OpenIntegrationDraft draft);

  /**
   * Waits until an integration can be used, reading it once a second.
   *
   * @param integrationId the integration
   * @param timeout how long to wait
   * @return the integration, created
   * @throws io.botflow.genesys.error.BadRequestException if its creation failed; says why
   * @throws io.botflow.genesys.error.ServerException if its creation takes longer; it goes on
   */
  OpenIntegration awaitCreated(String integrationId, Duration timeout);

  /**
   * Changes one.
   *
   * @param integrationId the integration
   * @param change what is to change
   * @return the integration after the change
   */
  OpenIntegration update(String integrationId, OpenIntegrationDraft change);

  /**
   * Deletes one. That may go on for minutes after the call: {@link #read} then finds none.
   *
   * @param integrationId the integration
   */
  void delete(String integrationId);
}
