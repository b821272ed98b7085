/** What a messenger adapter implements, and what passes between an adapter and the bridge. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.connector.messenger;
