/** Takes what comes in from either side: verifies it, stores it, and only then answers. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.internal.accept;
