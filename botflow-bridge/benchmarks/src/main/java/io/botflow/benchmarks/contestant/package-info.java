/** The ways to send one message, each as its users would set it up. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.benchmarks.contestant;
