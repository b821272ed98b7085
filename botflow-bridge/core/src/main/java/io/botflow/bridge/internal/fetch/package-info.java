/** Fetches the files of a message as soon as it is accepted, before their links run out. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.internal.fetch;
