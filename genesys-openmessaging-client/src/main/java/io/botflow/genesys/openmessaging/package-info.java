/**
 * The customer's side of Open Messaging: messages, receipts, typing and button presses sent to
 * Genesys Cloud.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.openmessaging;
