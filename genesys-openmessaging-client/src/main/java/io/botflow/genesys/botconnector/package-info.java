/** The bot list that a Bot Connector integration registers with Genesys Cloud. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.botconnector;
