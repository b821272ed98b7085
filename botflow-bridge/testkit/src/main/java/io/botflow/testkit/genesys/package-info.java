/**
 * A Genesys Cloud on loopback that judges its clients: Open Messaging, message flows that call
 * bots, queues and an agent desk, and the record of each conversation.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.testkit.genesys;
