/** Conversations as Genesys Cloud keeps them: who takes part, what was said, and how to end one. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.conversations;
