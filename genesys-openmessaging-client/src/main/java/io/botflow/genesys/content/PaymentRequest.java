// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A request for a payment; other channels only.
 *
 * <p>Mirrors {@code ConversationContentPaymentRequest}.
 *
 * @param paymentPlatform for example {@code ApplePay}
 * @param countryCode the merchant's country, ISO 3166
 * @param currencyCode the currency, ISO 4217
 * @param orderTotal the price of all
 * @param lineItems what the order holds
 * @param shippingOptions the ways of delivery
 * @param requiredContactFields what the merchant must know of the customer
 * @param receivedMessage what the customer sees before answering
 * @param replyMessage what is shown once it is answered
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentRequest(
    @JsonProperty("paymentPlatform") @Nullable String paymentPlatform,
    @JsonProperty("countryCode") @Nullable String countryCode,
    @JsonProperty("currencyCode") @Nullable String currencyCode,
    @JsonProperty("orderTotal") @Nullable BigDecimal orderTotal,
    @JsonProperty("lineItems") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LineItem> lineItems,
    @JsonProperty("shippingOptions") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<LineItem> shippingOptions,
    @JsonProperty("requiredContactFields") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<ContactField> requiredContactFields,
    @JsonProperty("receivedMessage") @Nullable PromptMessage receivedMessage,
    @JsonProperty("replyMessage") @Nullable PromptMessage replyMessage,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public PaymentRequest {
    lineItems = Copies.list(lineItems);
    shippingOptions = Copies.list(shippingOptions);
    requiredContactFields = Copies.list(requiredContactFields);
    extra = Copies.byName(extra);
  }

  /**
   * One line of an order, or one way of delivery.
   *
   * <p>Mirrors {@code ConversationContentLineItem}.
   *
   * @param name its name
   * @param price its price
   * @param description more about it
   * @param identifier the name by which the merchant knows it
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LineItem(
      @JsonProperty("name") @Nullable String name,
      @JsonProperty("price") @Nullable BigDecimal price,
      @JsonProperty("description") @Nullable String description,
      @JsonProperty("identifier") @Nullable String identifier,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public LineItem {
      extra = Copies.byName(extra);
    }
  }

  /**
   * Something the merchant must know of the customer.
   *
   * <p>Mirrors {@code ConversationContentRequiredContactField}.
   *
   * @param contactField {@code Address}, {@code Name}, {@code Phone} or {@code Email}
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ContactField(
      @JsonProperty("contactField") @Nullable String contactField,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /** {@inheritDoc} */
    public ContactField {
      extra = Copies.byName(extra);
    }
  }
}
