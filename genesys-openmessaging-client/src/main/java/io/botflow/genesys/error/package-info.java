/** What a call to Genesys Cloud can fail with, as a small closed set of typed exceptions. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.error;
