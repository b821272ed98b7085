/** Who makes a request, and from where Genesys Cloud makes its own. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.internal.caller;
