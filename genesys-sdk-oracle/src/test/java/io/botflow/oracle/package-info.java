/** Genesys' own Java SDK as the judge of our wire types, our requests and our simulator. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.oracle;
