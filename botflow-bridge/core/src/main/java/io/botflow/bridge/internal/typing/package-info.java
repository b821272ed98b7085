/** That somebody is typing: of use at once or not at all, so nothing of it is stored. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.internal.typing;
