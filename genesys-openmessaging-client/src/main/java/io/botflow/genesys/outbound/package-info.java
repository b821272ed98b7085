/** Messages to the customer that start on this side: agentless ones, conversations, an agent's. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.outbound;
