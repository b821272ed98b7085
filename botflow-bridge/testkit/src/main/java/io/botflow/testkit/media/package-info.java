/** The promises of the bridge's media store as tests, to be run by every implementation of it. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.testkit.media;
