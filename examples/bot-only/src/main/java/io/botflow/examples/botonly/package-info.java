/** A program that serves a bot to Genesys Cloud, and nothing else. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.examples.botonly;
