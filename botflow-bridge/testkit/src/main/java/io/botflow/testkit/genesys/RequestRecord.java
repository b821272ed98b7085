// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Instant;

/**
 * A request that the platform's API answered, without its headers and body.
 *
 * @param time when it was answered
 * @param method the HTTP method
 * @param path the path; the token of a download link is left out
 * @param status the status of the answer
 * @param correlationId the correlation id of the answer
 */
public record RequestRecord(
    Instant time, String method, String path, int status, String correlationId) {}
