/** The far side that all contestants call. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.benchmarks.stub;
