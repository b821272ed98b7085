/**
 * A Telegram of its own on loopback: the Bot API on one side, customers with phones on the other.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.testkit.telegram;
