/**
 * Where access tokens come from: the replaceable provider, and the one for OAuth client
 * credentials.
 */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.auth;
