/** Serves a {@link io.botflow.connector.bot.Bot} to Genesys Cloud over both Bot Connectors. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.bot;
