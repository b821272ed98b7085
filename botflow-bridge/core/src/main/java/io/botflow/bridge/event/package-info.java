/**
 * What the bridge tells an observer of each message it carries: ids and outcomes, never content.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.event;
