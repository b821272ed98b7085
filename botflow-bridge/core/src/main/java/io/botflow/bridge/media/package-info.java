/** Keeps media, serves them under signed links, and fetches them safely from elsewhere. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.media;
