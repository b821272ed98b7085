/**
 * What customers were offered to choose from, so that a choice finds its way back, however made.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.internal.offer;
