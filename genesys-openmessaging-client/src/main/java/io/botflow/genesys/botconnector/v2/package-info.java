/** The Digital Bot Connector: the wire records of its protocol, and the calls of its API. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.botconnector.v2;
