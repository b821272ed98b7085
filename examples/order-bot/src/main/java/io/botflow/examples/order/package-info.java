/** The bot of the examples. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.examples.order;
