// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.content.IdType;
import io.botflow.genesys.internal.json.Fields;
import javax.annotation.Nullable;

/**
 * The person a message comes from. Integration and id together are what Genesys Cloud recognises a
 * conversation by.
 *
 * <p>Mirrors {@code OpenMessagingFromRecipient}.
 *
 * @param id the id on the messenger
 * @param idType what the id looks like
 * @param nickname the display name
 * @param firstName the first name
 * @param lastName the last name
 * @param email the e-mail address
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/inboundMessages">Inbound
 *     messages</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Customer(
    @JsonProperty("id") String id,
    @JsonProperty("idType") IdType idType,
    @JsonProperty("nickname") @Nullable String nickname,
    @JsonProperty("firstName") @Nullable String firstName,
    @JsonProperty("lastName") @Nullable String lastName,
    @JsonProperty("email") @Nullable String email) {

  /** {@inheritDoc} */
  public Customer {
    Fields.text(id, "channel.from.id");
    Fields.present(idType, "channel.from.idType");
  }

  /**
   * A customer of whom only the messenger's id is known.
   *
   * @param id the id on the messenger
   * @return the customer, with an opaque id
   */
  public static Customer of(String id) {
    return builder(id).build();
  }

  /**
   * Starts a customer.
   *
   * @param id the id on the messenger
   * @return a builder
   */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /** Collects what is known about a customer. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private IdType idType = IdType.OPAQUE;
    @Nullable private String nickname;
    @Nullable private String firstName;
    @Nullable private String lastName;
    @Nullable private String email;

    private Builder(String id) {
      this.id = id;
    }

    /**
     * Sets what the id looks like. Default: opaque.
     *
     * @param idType the type
     * @return this builder
     */
    public Builder idType(IdType idType) {
      this.idType = idType;
      return this;
    }

    /**
     * Sets the display name.
     *
     * @param nickname the name
     * @return this builder
     */
    public Builder nickname(@Nullable String nickname) {
      this.nickname = nickname;
      return this;
    }

    /**
     * Sets the first name.
     *
     * @param firstName the name
     * @return this builder
     */
    public Builder firstName(@Nullable String firstName) {
      this.firstName = firstName;
      return this;
    }

    /**
     * Sets the last name.
     *
     * @param lastName the name
     * @return this builder
     */
    public Builder lastName(@Nullable String lastName) {
      this.lastName = lastName;
      return this;
    }

    /**
     * Sets the e-mail address.
     *
     * @param email the address
     * @return this builder
     */
    public Builder email(@Nullable String email) {
      this.email = email;
      return this;
    }

    /**
     * Builds the customer.
     *
     * @return the customer
     * @throws io.botflow.genesys.error.InvalidFieldException if the id is missing
     */
    public Customer build() {
      return new Customer(id, idType, nickname, firstName, lastName, email);
    }
  }
}
