/** What a bot implements: it describes itself, and answers one turn of a conversation at a time. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.connector.bot;
