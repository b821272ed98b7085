/**
 * Holds back what leads to a far side that is away, slow or limited, before it is claimed: so it
 * costs nothing while it waits, and holds up nobody else.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.internal.gate;
