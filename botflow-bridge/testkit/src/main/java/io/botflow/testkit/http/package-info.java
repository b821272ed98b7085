/** What every simulator needs to read of HTTP beyond headers and raw bytes. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.testkit.http;
