/**
 * How the public interfaces reach the Genesys Cloud API: one authorised request path for all of
 * them.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.internal;
