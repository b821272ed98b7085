/** The set-up of Open Messaging in an organisation: integrations, profiles, windows, addresses. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.configuration;
