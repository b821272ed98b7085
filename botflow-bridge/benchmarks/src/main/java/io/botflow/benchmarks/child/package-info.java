/** The processes that a run starts, from their inside and from the side that asks them. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.benchmarks.child;
