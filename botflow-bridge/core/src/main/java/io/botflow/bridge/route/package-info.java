/**
 * Which messenger account belongs to which Genesys Cloud integration, and how hard the bridge tries
 * between them.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.route;
