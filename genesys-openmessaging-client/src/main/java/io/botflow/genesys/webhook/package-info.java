/**
 * What Genesys Cloud posts to the integration's webhook: verified over the raw bytes, then parsed.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.webhook;
