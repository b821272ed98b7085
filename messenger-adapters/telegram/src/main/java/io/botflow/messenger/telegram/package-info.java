/** The Telegram Bot API behind the adapter contract, by webhook or by long polling. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.messenger.telegram;
