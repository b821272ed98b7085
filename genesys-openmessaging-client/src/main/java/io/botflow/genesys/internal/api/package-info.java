/** One API call from its token to its typed answer: its turn, its attempts, its pages. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.internal.api;
