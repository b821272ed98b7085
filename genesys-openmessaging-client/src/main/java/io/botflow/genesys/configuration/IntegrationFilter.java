// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

import io.botflow.genesys.internal.json.Fields;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javax.annotation.Nullable;

/**
 * Which integrations a listing gives, and how. Immutable; each method gives a changed copy.
 *
 * <p>Mirrors the query of {@code GET /api/v2/conversations/messaging/integrations/open}.
 *
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
public final class IntegrationFilter {
  /** The greatest page that is asked for. */
  public static final int MAX_PAGE_SIZE = 100;

  private static final IntegrationFilter ALL = new IntegrationFilter(null, null, null, 0);

  @Nullable private final String supportedContent;
  @Nullable private final String messagingSetting;
  @Nullable private final IntegrationDetail expand;
  private final int pageSize;

  private IntegrationFilter(
      @Nullable String supportedContent,
      @Nullable String messagingSetting,
      @Nullable IntegrationDetail expand,
      int pageSize) {
    this.supportedContent = supportedContent;
    this.messagingSetting = messagingSetting;
    this.expand = expand;
    this.pageSize = pageSize;
  }

  /**
   * All integrations, as the far side lists them.
   *
   * @return the filter that keeps nothing back
   */
  public static IntegrationFilter all() {
    return ALL;
  }

  /**
   * Keeps those with one supported content profile.
   *
   * @param profileId the profile
   * @return the changed filter
   * @throws io.botflow.genesys.error.InvalidFieldException if the id is empty
   */
  public IntegrationFilter supportedContent(String profileId) {
    return new IntegrationFilter(
        Fields.text(profileId, "supportedContent.id"), messagingSetting, expand, pageSize);
  }

  /**
   * Keeps those with one messaging setting.
   *
   * @param settingId the setting
   * @return the changed filter
   * @throws io.botflow.genesys.error.InvalidFieldException if the id is empty
   */
  public IntegrationFilter messagingSetting(String settingId) {
    return new IntegrationFilter(
        supportedContent, Fields.text(settingId, "messagingSetting.id"), expand, pageSize);
  }

  /**
   * Tells something of each integration in full. The far side takes one such wish.
   *
   * @param detail what
   * @return the changed filter
   */
  public IntegrationFilter expand(IntegrationDetail detail) {
    return new IntegrationFilter(
        supportedContent, messagingSetting, Objects.requireNonNull(detail, "detail"), pageSize);
  }

  /**
   * Sets how many integrations come with one call. Unset, the far side gives 25.
   *
   * @param pageSize from 1 to 100
   * @return the changed filter
   * @throws IllegalArgumentException if it is out of range
   */
  public IntegrationFilter pageSize(int pageSize) {
    if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
      throw new IllegalArgumentException("pageSize: must be between 1 and " + MAX_PAGE_SIZE);
    }
    return new IntegrationFilter(supportedContent, messagingSetting, expand, pageSize);
  }

  /**
   * The supported content profile.
   *
   * @return its id, if the filter asks for one
   */
  public Optional<String> supportedContent() {
    return Optional.ofNullable(supportedContent);
  }

  /**
   * The messaging setting.
   *
   * @return its id, if the filter asks for one
   */
  public Optional<String> messagingSetting() {
    return Optional.ofNullable(messagingSetting);
  }

  /**
   * What is told in full.
   *
   * @return the detail, if the filter asks for one
   */
  public Optional<IntegrationDetail> expand() {
    return Optional.ofNullable(expand);
  }

  /**
   * How many integrations come with one call.
   *
   * @return the size, if it was set
   */
  public OptionalInt pageSize() {
    return pageSize == 0 ? OptionalInt.empty() : OptionalInt.of(pageSize);
  }

  @Override
  public String toString() {
    return "IntegrationFilter[supportedContent="
        + supportedContent
        + ", messagingSetting="
        + messagingSetting
        + ", expand="
        + expand
        + ", pageSize="
        + pageSize
        + "]";
  }
}
