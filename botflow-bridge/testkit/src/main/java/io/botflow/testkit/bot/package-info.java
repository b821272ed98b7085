/** The promises of a bot as tests, to be run by every bot's author. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.testkit.bot;
