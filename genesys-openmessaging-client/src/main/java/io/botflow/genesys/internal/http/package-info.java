/** One HTTP exchange and what its outcome means, without any knowledge of tokens. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.internal.http;
