/**
 * The only place that knows both our message model and the one of Genesys Cloud; pure functions.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.internal.translate;
