/**
 * Works the lanes off: one worker per lane, its entries in order, each until it is final or has to
 * wait.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.internal.lane;
