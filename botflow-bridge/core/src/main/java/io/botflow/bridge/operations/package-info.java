/** What people and programs that look after a bridge see of it, and what they may do. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.operations;
