// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import io.botflow.genesys.call.Operation;
import io.botflow.genesys.configuration.CreateError;
import io.botflow.genesys.configuration.CreateStatus;
import io.botflow.genesys.configuration.IntegrationDetail;
import io.botflow.genesys.configuration.IntegrationFilter;
import io.botflow.genesys.configuration.MessagingIntegration;
import io.botflow.genesys.configuration.OpenIntegration;
import io.botflow.genesys.configuration.OpenIntegrationDraft;
import io.botflow.genesys.configuration.OpenIntegrations;
import io.botflow.genesys.error.BadRequestException;
import io.botflow.genesys.error.ErrorContext;
import io.botflow.genesys.error.ServerException;
import io.botflow.genesys.internal.api.ApiClient;
import io.botflow.genesys.internal.api.Call;
import io.botflow.genesys.internal.api.Page;
import io.botflow.genesys.internal.api.Pages;
import io.botflow.genesys.internal.api.Query;
import io.botflow.genesys.internal.http.BaseUri;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** Open Messaging integrations over the API. */
final class HttpOpenIntegrations implements OpenIntegrations {
  private static final String ALL_CHANNELS = HttpConfiguration.MESSAGING + "/integrations";
  private static final String PATH = ALL_CHANNELS + "/open";
  private static final Duration POLL = Duration.ofSeconds(1);

  private final ApiClient api;

  HttpOpenIntegrations(ApiClient api) {
    this.api = api;
  }

  @Override
  public Stream<OpenIntegration> list(IntegrationFilter filter) {
    return Pages.stream(
        number ->
            api.read(page(PATH, filter, number), new TypeReference<Page<OpenIntegration>>() {}));
  }

  @Override
  public Stream<MessagingIntegration> listAllChannels(IntegrationFilter filter) {
    return Pages.stream(
        number ->
            api.read(
                page(ALL_CHANNELS, filter, number),
                new TypeReference<Page<MessagingIntegration>>() {}));
  }

  private static Call page(String path, IntegrationFilter filter, int number) {
    OptionalInt size = filter.pageSize();
    Query query =
        Query.none()
            .with("pageNumber", number)
            .with("pageSize", size.isPresent() ? size.getAsInt() : null)
            .with("expand", filter.expand().map(IntegrationDetail::wire).orElse(null))
            .with("supportedContent.id", filter.supportedContent().orElse(null))
            .with("messagingSetting.id", filter.messagingSetting().orElse(null));
    return Call.of(Operation.READ_CONFIGURATION, "GET", path + query);
  }

  @Override
  public OpenIntegration read(String integrationId) {
    return api.read(
        Call.of(Operation.READ_CONFIGURATION, "GET", one(integrationId)), OpenIntegration.class);
  }

  @Override
  public OpenIntegration create(OpenIntegrationDraft draft) {
    return api.read(
        Call.of(Operation.CREATE_CONFIGURATION, "POST", PATH, draft), OpenIntegration.class);
  }

  @Override
  public OpenIntegration awaitCreated(String integrationId, Duration timeout) {
    String request = "GET " + one(integrationId);
    Instant deadline = api.clock().instant().plus(timeout);
    while (true) {
      OpenIntegration integration = read(integrationId);
      CreateStatus status = integration.createStatus();
      if (status == null || status.equals(CreateStatus.COMPLETED)) {
        return integration;
      }
      if (status.equals(CreateStatus.ERROR)) {
        throw new BadRequestException(context(request, integration.createError()), List.of());
      }
      if (api.clock().instant().plus(POLL).isAfter(deadline)) {
        throw new ServerException(
            ErrorContext.withoutResponse(
                request, "the creation is not complete after " + timeout + "; it may go on"));
      }
      api.pause(POLL, request);
    }
  }

  private static ErrorContext context(String request, @Nullable CreateError error) {
    if (error == null) {
      return ErrorContext.withoutResponse(request, "the creation failed, no reason was given");
    }
    String message = error.message();
    return new ErrorContext(
        request,
        error.status() == null ? 0 : error.status(),
        error.code(),
        "the creation failed: " + (message == null ? "no explanation was given" : message),
        error.contextId());
  }

  @Override
  public OpenIntegration update(String integrationId, OpenIntegrationDraft change) {
    return api.read(
        Call.of(Operation.UPDATE_CONFIGURATION, "PATCH", one(integrationId), change),
        OpenIntegration.class);
  }

  @Override
  public void delete(String integrationId) {
    api.run(Call.of(Operation.DELETE_CONFIGURATION, "DELETE", one(integrationId)));
  }

  private static String one(String integrationId) {
    return PATH + "/" + BaseUri.segment(integrationId, "integrationId");
  }
}
