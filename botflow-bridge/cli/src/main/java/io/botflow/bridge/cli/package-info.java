/** Looks after a bridge's store by command line. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.cli;
