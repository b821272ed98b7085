/** The programs that measure, and the table they print. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.benchmarks;
