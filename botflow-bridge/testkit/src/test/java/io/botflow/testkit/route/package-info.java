/** The whole way of a message, bridge and both simulators over real HTTP, one behaviour a test. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.testkit.route;
