/** The wire records of the classic, synchronous Bot Connector protocol. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.botconnector.v1;
