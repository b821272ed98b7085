/** What both versions of the Bot Connector protocol say the same way: input, replies, state. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.botconnector.dialog;
