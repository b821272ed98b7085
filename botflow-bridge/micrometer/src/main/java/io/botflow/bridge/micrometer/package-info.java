/** Shows what the bridge does, and how it is, as Micrometer meters. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.micrometer;
