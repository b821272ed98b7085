/**
 * The way without Genesys Cloud in front: the bridge asks the bot itself, and Genesys Cloud sees a
 * chat once it is handed to an operator.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.internal.direct;
