/** What was measured, held against its goals. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.benchmarks.report;
