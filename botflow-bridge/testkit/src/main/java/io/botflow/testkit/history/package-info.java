/** What was sent and what arrived, and one judge of both: lost, repeated, out of order. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.testkit.history;
