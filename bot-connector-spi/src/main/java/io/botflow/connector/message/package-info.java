/**
 * Our own model of what people and bots say to each other: richer than any one messenger and than
 * Genesys Cloud.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.connector.message;
