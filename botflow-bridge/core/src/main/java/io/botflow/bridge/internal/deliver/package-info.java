/**
 * Carries one stored entry to the other side: fetches its media, translates it, and sends it part
 * by part.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.internal.deliver;
