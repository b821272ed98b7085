/** Files on their way to and from Genesys Cloud, as streams. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.genesys.media;
