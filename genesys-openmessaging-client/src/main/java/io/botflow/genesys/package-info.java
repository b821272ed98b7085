/** The entry to Genesys Cloud: {@code GenesysCloud} with its regions and settings. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys;
