// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.error;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import javax.annotation.Nullable;

/**
 * One field that Genesys Cloud objected to.
 *
 * @param errorCode the code of the objection
 * @param fieldName the field at fault
 * @param entityId the id of the entity at fault
 * @param entityName the name of the entity at fault
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ErrorDetail(
    @JsonProperty("errorCode") @Nullable String errorCode,
    @JsonProperty("fieldName") @Nullable String fieldName,
    @JsonProperty("entityId") @Nullable String entityId,
    @JsonProperty("entityName") @Nullable String entityName)
    implements Serializable {}
