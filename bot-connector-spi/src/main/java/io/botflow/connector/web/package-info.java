/** HTTP requests and responses without a server in sight, so that any host can carry them. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.connector.web;
