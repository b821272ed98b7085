/**
 * How calls are made: what may be repeated, how many a minute, and who is told about each attempt.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.call;
