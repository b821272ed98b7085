/**
 * What the bridge asks of a store: lanes of opaque entries that survive a crash, and links between
 * two sides' ids.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.store;
