// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.outbound;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.content.MessengerType;
import io.botflow.genesys.internal.json.Fields;
import javax.annotation.Nullable;

/**
 * A conversation that an agent begins with a customer.
 *
 * <p>Mirrors {@code CreateOutboundMessagingConversationRequest}.
 *
 * @param toAddressMessengerType by which way
 * @param queueId the queue on whose behalf; it decides the sender
 * @param toAddress the customer's id on the messenger
 * @param useExistingConversation whether an ended conversation within the threading window is gone
 *     on with; otherwise such a one makes the call fail
 * @param externalContactId the external contact it belongs to
 * @param useUserFromAddress whether the agent's own direct routing address is the sender
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record NewConversation(
    @JsonProperty("toAddressMessengerType") MessengerType toAddressMessengerType,
    @JsonProperty("queueId") String queueId,
    @JsonProperty("toAddress") String toAddress,
    @JsonProperty("useExistingConversation") @Nullable Boolean useExistingConversation,
    @JsonProperty("externalContactId") @Nullable String externalContactId,
    @JsonProperty("useUserFromAddress") @Nullable Boolean useUserFromAddress) {

  /** {@inheritDoc} */
  public NewConversation {
    Fields.present(toAddressMessengerType, "toAddressMessengerType");
    Fields.text(queueId, "queueId");
    Fields.text(toAddress, "toAddress");
  }

  /**
   * A conversation over Open Messaging.
   *
   * @param queueId the queue on whose behalf
   * @param customerId the customer's id on the messenger
   * @return a builder
   */
  public static Builder builder(String queueId, String customerId) {
    return new Builder(queueId, customerId);
  }

  /** Collects what is known about the conversation. Not thread-safe. */
  public static final class Builder {
    private final String queueId;
    private final String customerId;
    @Nullable private Boolean useExistingConversation;
    @Nullable private String externalContactId;
    @Nullable private Boolean useUserFromAddress;

    private Builder(String queueId, String customerId) {
      this.queueId = queueId;
      this.customerId = customerId;
    }

    /**
     * Sets whether an ended conversation within the threading window is gone on with. Default: no;
     * such a one makes the call fail.
     *
     * @param use whether
     * @return this builder
     */
    public Builder useExistingConversation(boolean use) {
      this.useExistingConversation = use;
      return this;
    }

    /**
     * Sets the external contact it belongs to.
     *
     * @param id the contact's id
     * @return this builder
     */
    public Builder externalContactId(@Nullable String id) {
      this.externalContactId = id;
      return this;
    }

    /**
     * Sets whether the agent's own direct routing address is the sender. Default: no.
     *
     * @param use whether
     * @return this builder
     */
    public Builder useUserFromAddress(boolean use) {
      this.useUserFromAddress = use;
      return this;
    }

    /**
     * Builds the request.
     *
     * @return the request
     * @throws io.botflow.genesys.error.InvalidFieldException if a required field is missing
     */
    public NewConversation build() {
      return new NewConversation(
          MessengerType.OPEN,
          queueId,
          customerId,
          useExistingConversation,
          externalContactId,
          useUserFromAddress);
    }
  }
}
