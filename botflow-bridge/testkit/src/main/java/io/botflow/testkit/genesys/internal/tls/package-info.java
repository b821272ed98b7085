/** The key and certificate that a simulator makes for itself at its start. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.testkit.genesys.internal.tls;
