/** The simulated Genesys Cloud as a program of its own, for clients in any language. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.testkit.genesys.standalone;
