/** The wire records of the Digital Bot Connector protocol. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.botconnector.v2;
