/** Turns given to a bot through Genesys Cloud, without a flow and without a customer. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.textbots;
