/**
 * A program that runs the whole route: against simulators on loopback, or against Telegram and
 * Genesys Cloud.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.examples.demo;
