/**
 * The vocabulary that inbound calls, webhooks and bot dialogues share: attachments, buttons, cards,
 * people, receipts.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.content;
