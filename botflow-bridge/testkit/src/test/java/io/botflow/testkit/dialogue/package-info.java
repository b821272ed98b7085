/** Bots behind the real endpoint, asked by the simulated Genesys Cloud over real HTTP. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.testkit.dialogue;
