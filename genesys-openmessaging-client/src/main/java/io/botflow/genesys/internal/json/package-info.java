/** How this module reads and writes JSON; the only place that knows the mapper. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.internal.json;
