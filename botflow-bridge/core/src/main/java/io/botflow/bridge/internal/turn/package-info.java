/** Asking a bot once, with an end to it, whoever wants to know. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.internal.turn;
